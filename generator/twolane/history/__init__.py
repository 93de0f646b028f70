"""What has been: versions in git, frozen copies of releases and what they are made from."""
