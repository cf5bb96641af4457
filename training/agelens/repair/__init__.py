"""Plots of what repairs do to the estimate; the figures come from `npm run prove:repair`."""
