"""Topics (专题): keyword studies that become hazard lists."""
