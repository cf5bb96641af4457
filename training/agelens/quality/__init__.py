"""Picture quality as the app measures it, and OpenCV as the judge of the app's metrics and filters."""
