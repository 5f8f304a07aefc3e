"""The command `import-checkpoint`."""

import argparse
import pathlib
import re
import sys

import torch

from genga_training import importing, manifest
from genga_training.refusal import Refused

# As genga names models.
NAME = r"[a-z0-9][a-z0-9.-]{0,62}"
# As genga ends, too.
DIFFERENT, REFUSED, UNWRITABLE = 1, 3, 4


def arguments(given=None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="import-checkpoint",
        description="Turns a checkpoint of PyTorch into NAME.onnx with its manifest NAME.yaml, and compares the two"
        " (NAME.parity.json, NAME.parity.md). `genga models import NAME.onnx` then makes it ready to use.",
        epilog="Ends with 0 when done, 1 where ONNX Runtime does not compute what PyTorch computes, 2 on wrong usage, 3 where the"
        " checkpoint is refused, 4 where the result cannot be written.",
    )
    parser.add_argument("checkpoint", type=pathlib.Path, help=".pth, .pt, .ckpt or .safetensors; nothing in it is run")
    parser.add_argument("--out", type=pathlib.Path, required=True, help="folder of the result")
    parser.add_argument("--model", help="a model of training/models: what it must be, its name and licence follow from it")
    parser.add_argument("--family", help="otherwise: architecture of a model that is not listed; guessed without it")
    parser.add_argument("--name", help="its name: lower-case letters, digits, '.' and '-'; that of the model by default")
    parser.add_argument("--licence", default="not stated", help="of the weights, as SPDX writes it")
    commercial = parser.add_mutually_exclusive_group()
    commercial.add_argument("--commercial-use", dest="commercial", action="store_true", default=None, help="its licence allows it")
    commercial.add_argument("--no-commercial-use", dest="commercial", action="store_false", help="its licence forbids it")
    parser.add_argument("--blend", type=pathlib.Path, metavar="CHECKPOINT", help="mix with a second one, as -dn of Real-ESRGAN does")
    parser.add_argument("--strength", type=float, default=0.5, help="share of the first checkpoint in the mixture, 0 to 1")
    parser.add_argument("--film", type=pathlib.Path, help="compare on frames of this film instead of drawn pictures")
    parser.add_argument("--threads", type=int, default=2, help="of the processor")
    given = parser.parse_args(given)
    if given.model is None and given.name is None:
        parser.error("give --model, or --name of a model that is not listed")
    if given.name is not None and not re.fullmatch(NAME, given.name):
        parser.error(f"--name must be of lower-case letters, digits, '.' and '-', not '{given.name}'")
    if not given.licence.strip():
        parser.error("--licence must not be empty")
    if given.model is not None and given.family is not None:
        parser.error("--family follows from --model: leave it out")
    if not 0 <= given.strength <= 1:
        parser.error(f"--strength must lie in 0 to 1, not {given.strength}")
    return given


def main(given=None) -> int:
    options = arguments(given)
    torch.set_num_threads(options.threads)
    try:
        order = importing.Order(
            checkpoint=options.checkpoint,
            described=described(options),
            blend=options.blend,
            strength=options.strength,
            film=options.film,
        )
        imported = importing.run(order)
        fields = imported.write(options.out)
    except Refused as refused:
        print(f"import-checkpoint: {refused}", file=sys.stderr)
        return REFUSED
    except OSError as error:
        print(f"import-checkpoint: {options.out} cannot be written ({error}): choose another --out", file=sys.stderr)
        return UNWRITABLE
    for found in imported.differences:
        verdict = "as PyTorch" if found.passed else f"more than {found.most:.1e} from PyTorch: not to be used"
        print(f"{found.part}, {found.precision} at {found.width}x{found.height}: {found.error:.1e}, {verdict}")
    file = options.out / fields.get("file", f"{fields['name']}.yaml")
    print(f"{file} (licence {fields['licence']}) is ready for 'genga models import'")
    return 0 if imported.passed else DIFFERENT


def described(options: argparse.Namespace) -> dict:
    """The description of the model that was asked for."""
    if options.model is not None:
        fields = manifest.description(options.model)
        return fields if options.name is None else {**fields, "name": options.name}
    fields = {"name": options.name, "licence": options.licence, "source": str(options.checkpoint)}
    if options.family is not None:
        fields["architecture"] = {"family": options.family}
    if options.commercial is not None:
        fields["commercialUse"] = options.commercial
    return fields


if __name__ == "__main__":
    sys.exit(main())
