"""What a path into a role consists of."""

from __future__ import annotations

from dataclasses import dataclass

from twolane.links.element_links import Ref


@dataclass(frozen=True, slots=True)
class Point:
    """One line below a task: a link, a text of a definition in Markdown, or words as they stand."""

    ref: Ref | None = None
    prose: str = ""
    plain: str = ""


@dataclass(frozen=True, slots=True)
class OnboardingTask:
    """One task: what to read, what to do and how one knows that it is done.

    ``key`` is the lasting name that ticks hang on. What an author wrote is Markdown (``do``, ``done_when``); what is
    made from the definitions is in our words (``told``, ``proven``) with ``points`` and ``proofs`` below.
    """

    key: str
    title: str
    when: str = ""
    read: tuple[Ref, ...] = ()
    do: str = ""
    done_when: str = ""
    told: str = ""
    points: tuple[Point, ...] = ()
    proven: str = ""
    proofs: tuple[Point, ...] = ()

    @property
    def words(self) -> str:
        """Everything that the task itself says, for telling whether it has changed."""
        lines = (*self.points, *self.proofs)
        points = (each.ref.text if each.ref else each.prose or each.plain for each in lines)
        return "\n".join((self.title, self.when, self.do, self.done_when, self.told, self.proven, *points))
