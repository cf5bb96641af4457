"""One picture in, the picture with every face's age out."""
