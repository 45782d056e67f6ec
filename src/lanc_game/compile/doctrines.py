"""A bot's character from a scenario's words: weights, stances, taboos."""

from collections.abc import Mapping
from dataclasses import replace

from lanc_game.compile import vocabulary
from lanc_game.compile.linker import Linker, text
from lanc_game.engine.doctrine import KEEP, Doctrine, Stance, Taboo
from lanc_game.engine.names import Reprisals, Requisition, Verb
from lanc_game.engine.world import NOBODY
from lanc_game.model.doctrine import DoctrineModel, StanceModel, VerbName
from lanc_game.model.problems import DocPath
from lanc_game.model.scenario import Scenario


def doctrine(link: Linker, scenario: Scenario, name: str, model: DoctrineModel, path: DocPath) -> Doctrine:
    """Return the character of the side called ``name``, with its stances."""
    plain = Doctrine(
        _verbs(model.verbs),
        _regions(link, model.regions, (*path, "regions")),
        model.boldness,
        model.caution,
        model.patience,
        model.leave,
        model.honour,
    )
    return replace(
        plain,
        stances=_stances(link, plain, scenario.stances.get(name, {}), ("stances", name)),
        historical=_stances(link, plain, scenario.historical.get(name, {}), ("historical", name)),
        taboos=tuple(
            Taboo(
                Verb[taboo.verb.upper()],
                NOBODY if taboo.against is None else link.faction(taboo.against, (*path, "taboos", i, "against")),
                text(taboo.why),
            )
            for i, taboo in enumerate(model.taboos)
        ),
    )


def _stances(link: Linker, plain: Doctrine, stated: Mapping[str, StanceModel], path: DocPath) -> tuple[Stance, ...]:
    return tuple(
        Stance(
            key,
            text(one.name),
            vocabulary.condition(link, one.when, (*path, key, "when")),
            _bent(link, plain, one, (*path, key)),
        )
        for key, one in stated.items()
    )


def _verbs(weights: Mapping[VerbName, int]) -> tuple[int, ...]:
    named = {name.upper(): weight for name, weight in weights.items()}
    return tuple(named.get(verb.name, 100) for verb in Verb)


def _regions(link: Linker, weights: Mapping[str, int], path: DocPath) -> tuple[int, ...]:
    """Return the weight of each region: that of the last of the names given that means it."""
    regions = [100] * len(link.regions)
    for where, weight in weights.items():
        for region in link.place(where, (*path, where), at_key=True):
            regions[region] = weight
    return tuple(regions)


def _bent(link: Linker, plain: Doctrine, stance: StanceModel, path: DocPath) -> Doctrine:
    """Return the character with a stance on top: its weights multiply, its other numbers replace."""
    verbs = zip(plain.verbs, _verbs(stance.verbs), strict=True)
    regions = zip(plain.regions, _regions(link, stance.regions, (*path, "regions")), strict=True)
    return replace(
        plain,
        verbs=tuple(ordinary * bent // 100 for ordinary, bent in verbs),
        regions=tuple(ordinary * bent // 100 for ordinary, bent in regions),
        boldness=plain.boldness if stance.boldness is None else stance.boldness,
        caution=plain.caution if stance.caution is None else stance.caution,
        patience=plain.patience if stance.patience is None else stance.patience,
        leave=plain.leave if stance.leave is None else stance.leave,
        policies=(
            KEEP if stance.reprisals is None else Reprisals[stance.reprisals.upper()],
            KEEP if stance.requisition is None else Requisition[stance.requisition.upper()],
        ),
    )
