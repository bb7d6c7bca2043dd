"""Do two claims state the same? Values, units and moments compared, and the claims of two segments matched."""
