"""The first start: what to begin with, who sits here, is the folder safe, where backups go, one trial drill."""
