"""Runs the five graphs of a network of bidirectional recurrence over a film: what any program does around them."""

from collections.abc import Callable, Mapping, Sequence

import torch

Step = Callable[[Sequence[torch.Tensor]], Sequence[torch.Tensor]]


def run(graphs: Mapping[str, Step], frames: Sequence[torch.Tensor], channels: int) -> list[torch.Tensor]:
    """The larger frames. `channels` is that of a state.

    Every graph takes and gives lists of tensors [1, channels, rows, columns].
    """
    cleaned = [_only(graphs["clean"]([frame])) for frame in frames]
    backward = _states(graphs["flow"], graphs["backward-step"], cleaned[::-1], channels)[::-1]
    forward = _states(graphs["flow"], graphs["forward-step"], cleaned, channels)
    return [_only(graphs["reconstruct"](list(of_frame))) for of_frame in zip(cleaned, backward, forward)]


def _states(flow: Step, step: Step, cleaned: list[torch.Tensor], channels: int) -> list[torch.Tensor]:
    """The state at each frame, in the order of the steps. State and flow are zero at the first."""
    rows, columns = cleaned[0].shape[2:]
    state, shift = torch.zeros(1, channels, rows, columns), torch.zeros(1, 2, rows, columns)
    states = []
    for number, frame in enumerate(cleaned):
        if number:
            shift = _only(flow([frame, cleaned[number - 1]]))
        state = _only(step([frame, state, shift]))
        states.append(state)
    return states


def _only(results: Sequence[torch.Tensor]) -> torch.Tensor:
    (result,) = results
    return result
