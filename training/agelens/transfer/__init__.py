"""Starting from networks that others trained: timm's backbones, frozen, fine-tuned or computed once."""
