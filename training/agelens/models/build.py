"""From any spec to its network."""

from typing import overload

from agelens.errors import AgeLensError
from agelens.models.backbone import BackboneNetwork
from agelens.models.network import Network, count_parameters
from agelens.models.spec import AnySpec, BackboneSpec, Spec

AnyNetwork = Network | BackboneNetwork


@overload
def build(spec: Spec) -> Network: ...
@overload
def build(spec: BackboneSpec) -> BackboneNetwork: ...
@overload
def build(spec: AnySpec) -> AnyNetwork: ...
def build(spec: AnySpec) -> AnyNetwork:
    """A network with random weights; raises AgeLensError when it exceeds the spec's parameter budget."""
    network = BackboneNetwork(spec) if isinstance(spec, BackboneSpec) else Network(spec)
    count = count_parameters(network)
    if count >= spec.budget:
        raise AgeLensError(
            f"Network '{spec.id}' has {count:,} parameters, but its budget is below {spec.budget:,}; make it narrower."
        )
    return network
