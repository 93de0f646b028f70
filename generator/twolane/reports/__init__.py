"""Reports: findings as text, JSON, GitHub annotations and SARIF, a module each and a literal registry."""
