"""One workstation at work: command queue, writer thread, change signal, scheduler, read API. No widgets."""
