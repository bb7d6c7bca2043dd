"""Which segments of a translation say what which segments of its source say."""
