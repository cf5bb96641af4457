"""Files that other programs run: ONNX, TorchScript, TensorFlow Lite."""
