"""The way of somebody new into a role: what to read and do, in order, and questions to check oneself."""
