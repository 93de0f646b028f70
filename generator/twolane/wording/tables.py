"""Table: a set of texts that cannot be changed, of which a type checker knows each by name."""

from __future__ import annotations

from typing import Any, dataclass_transform


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Table:
    """A frozen dataclass to whoever uses or checks it; its defaults are English.

    It is none to Python, which would take a tenth of a second on each start to write methods for a thousand texts.
    """

    def __init__(self, **words: Any) -> None:
        """Texts in place of the English ones; raises ``TypeError`` for a name that the table does not have."""
        unknown = words.keys() - set(self.names())
        if unknown:
            raise TypeError(f"{type(self).__name__} has no text {', '.join(sorted(unknown))}")
        self.__dict__.update(words)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} cannot be changed")

    @classmethod
    def names(cls) -> tuple[str, ...]:
        """The names of all texts, in their order."""
        kinds = reversed([kind for kind in cls.__mro__ if issubclass(kind, Table) and kind is not Table])
        return tuple(dict.fromkeys(name for kind in kinds for name in vars(kind).get("__annotations__", ())))
