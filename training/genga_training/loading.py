"""Puts a checkpoint's tensors into the network that they belong to."""

from genga_training import families
from genga_training.families import Family, Tensors
from genga_training.network import Network
from genga_training.refusal import Refused


ADVICE = "check --family and --model, or fetch the checkpoint again"


def variant(checkpoint: Tensors, family: Family, expected: dict | None, origin: str) -> dict:
    """Of this family: the expected one, or the one that the tensors look like."""
    if not family.recognises(checkpoint):
        raise Refused(f"{origin} {_other(checkpoint)}, not of {family.name}, which has {family.signature}: {ADVICE}")
    if expected is not None:
        return expected
    try:
        return family.variant_of(family.tensors(checkpoint))
    except (KeyError, ValueError, IndexError) as error:
        raise Refused(f"{origin} is of no variant of {family.name} that can be imported ({error}): {ADVICE}") from error


def load(checkpoint: Tensors, family: Family, variant_: dict, origin: str) -> Network:
    """The network with these tensors, ready to infer. Raises Refused with the first mismatch."""
    tensors = family.tensors(checkpoint)
    try:
        network = family.build(**variant_)
    except (TypeError, ValueError) as error:
        raise Refused(f"{family.name} has no variant {variant_} ({error}): correct the model's description") from error
    _require(tensors, network, family, origin)
    network.load_state_dict(tensors)
    return network.eval().requires_grad_(False)


def blend(first: Tensors, second: Tensors, strength: float, origin: str) -> Tensors:
    """`strength` parts of the first and the rest of the second: how Real-ESRGAN sets the strength of denoising (-dn)."""
    for name, tensor in first.items():
        if name not in second or second[name].shape != tensor.shape:
            raise Refused(f"{origin} has no '{name}' as the other checkpoint has it: blend two of one architecture")
    return {name: strength * tensor + (1 - strength) * second[name] for name, tensor in first.items()}


def _other(checkpoint):
    for family in families.all_families().values():
        if family.recognises(checkpoint):
            return f"is of {family.name}"
    return "is of an architecture that is not known"


def _require(tensors, network, family, origin):
    """Names the first mismatch, in the order of the network's layers."""
    expected = network.state_dict()
    for name, tensor in expected.items():
        if name not in tensors:
            raise Refused(f"{origin} lacks the tensor '{name}' of {family.name}: {ADVICE}")
        if tensors[name].shape != tensor.shape:
            raise Refused(
                f"{origin}: the tensor '{name}' is {_shape(tensors[name])}, but {family.name} has {_shape(tensor)}: {ADVICE}"
            )
    for name in tensors:
        if name not in expected:
            raise Refused(f"{origin} has the tensor '{name}', which {family.name} has not: {ADVICE}")


def _shape(tensor):
    return "x".join(str(side) for side in tensor.shape) or "one number"
