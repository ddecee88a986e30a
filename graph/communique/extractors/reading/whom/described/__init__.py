"""Whom words mean that tell what somebody or something does or is: "it covers", "the host"."""
