"""The app's face detector in Python: the same network, the same search, the same kind of keypoints."""
