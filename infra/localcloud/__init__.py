"""The whole template on this machine, in MiniStack: what `infra/start` runs."""
