"""Rules that judge, type by type, which clusters are one."""
