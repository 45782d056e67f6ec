"""What is painted on the map in each of its modes: the country's colour, what is sown and what is written over it."""

from __future__ import annotations

from typing import NamedTuple

from lanc_game.engine.names import LinkKind, Terrain, Worth
from lanc_game.engine.routes import supplied
from lanc_game.language import plain, say
from lanc_game.tui import glyphs
from lanc_game.tui.eyes import UNKNOWN, Eyes, Force
from lanc_game.tui.glyphs import GOLD, INK, MUTED, NOBODYS, NOBODYS_MARK, PAPER, mix
from lanc_game.tui.widgets.ground import BEYOND, HALF, LAKE, SEA, Ground, Site

MODES = ("control", "sympathy", "forces", "councils", "roads", "fear", "unknown")
CONTROL, SYMPATHY, FORCES, COUNCILS, ROADS, FEAR, DOUBT = range(7)

_TERRAIN = {Terrain.PLAIN: "·", Terrain.HILLS: "∩", Terrain.MOUNTAIN: "^", Terrain.COAST: "·"}
_RAMPS = {
    FEAR: ("#24211f", "#8c2a2a"),
    COUNCILS: ("#23262b", "#7a5a16"),
    DOUBT: ("#3f4a44", "#191a1c"),
}


BORDER = "#7d7a70"


class Ink(NamedTuple):
    """One painted cell; without ``bg`` it keeps the country's."""

    char: str
    fg: str
    bg: str = ""
    bold: bool = False


class Sown(NamedTuple):
    """How a region's country looks: its colour and the sign sown over it."""

    bg: str
    sign: str
    fg: str
    dense: bool


Layer = dict[int, dict[int, Ink]]
"""Painted cells by row and column."""


class Piece(NamedTuple):
    """A bit of a label that is not broken."""

    inks: tuple[Ink, ...]


def written(text: str, fg: str, bg: str = "", bold: bool = False) -> tuple[Ink, ...]:
    """Return a text as painted cells."""
    return tuple(Ink(char, fg, bg, bold) for char in plain(text))


class Painter:
    """Paints one position in one mode on one ground. ``sown`` is by region, ``layer`` is what is written over it."""

    def __init__(self, ground: Ground, eyes: Eyes, mode: int, language: str) -> None:
        self.ground = ground
        self.eyes = eyes
        self.mode = mode
        self.language = language
        self.world = ground.world
        self._fed = self._supply() if mode == ROADS else []
        self.sown = [self._sow(region) for region in range(len(self.world.regions))]
        self.layer: Layer = {}
        self._rows: dict[int, list[Ink]] = {}
        self._towns(1)
        for region in range(len(self.world.regions)):
            self._label(region)
        if ground.scale != HALF:
            self._towns(2)
            self._towns(3)
        if mode == ROADS:
            self._ways()
        self._cuts()

    # --- the country

    def _sow(self, region: int) -> Sown:
        match self.mode:
            case _ if self.mode == SYMPATHY:
                return self._sow_sympathy(region)
            case _ if self.mode == COUNCILS:
                level = self._council(region)
                return self._ramp(COUNCILS, level * 33 + (1 if level else 0), level)
            case _ if self.mode == FEAR:
                fear = self.eyes.fear(region)
                return self._unseen() if fear == UNKNOWN else self._ramp(FEAR, fear // 10, min(4, fear // 200))
            case _ if self.mode == DOUBT:
                age = self.eyes.age(region)
                if age == UNKNOWN:
                    return Sown("#131416", "?", "#3a3d42", dense=False)
                doubt = min(100, age * 16 + 20 * (self.eyes.level(region) < 2))
                return self._ramp(DOUBT, doubt, min(4, (doubt + 19) // 20))
            case _ if self.mode == ROADS:
                fed = bool(self._fed) and self._fed[region]
                return Sown("#26301f" if fed else "#26241f", "+" if fed else " ", "#3c5230", dense=False)
            case _:
                return self._sow_holder(region, self.eyes.country[region])

    def _sow_holder(self, region: int, holder: int) -> Sown:
        if holder < 0:
            return Sown(NOBODYS, _TERRAIN[self.world.regions[region].terrain], NOBODYS_MARK, dense=False)
        hue = glyphs.hue(self.world, holder)
        shade = mix(hue.tint, INK, 25) if self.mode == FORCES else hue.tint
        return Sown(shade, self.world.factions[holder].letter, mix(hue.mark, shade, 30), dense=False)

    def _sow_sympathy(self, region: int) -> Sown:
        shares = self.eyes.sympathy(region)
        if not shares:
            return self._unseen()
        leader = self.eyes.faction
        if leader not in self.world.movements:
            leader = max(self.world.movements, key=lambda f: shares[f], default=0)
        share = shares[leader]
        hue = glyphs.hue(self.world, leader)
        step = min(4, (share + 99) // 150)
        bg = mix("#232528", mix(hue.tint, hue.bright, 18), min(100, share // 6))
        return Sown(bg, glyphs.DENSITY[step], mix(bg, hue.bright, 16), dense=True)

    def _ramp(self, mode: int, percent: int, step: int) -> Sown:
        low, high = _RAMPS[mode]
        bg = mix(low, high, percent)
        return Sown(bg, glyphs.DENSITY[step], mix(bg, PAPER, 14), dense=True)

    def _unseen(self) -> Sown:
        return Sown("#191a1d", "?", "#33363c", dense=False)

    def _council(self, region: int) -> int:
        levels = self.eyes.councils(region)
        return levels[self.eyes.faction] if self.eyes.faction >= 0 else max(levels, default=0)

    def _supply(self) -> list[bool]:
        faction = self.eyes.faction
        if faction < 0:
            return []
        count = len(self.world.factions)
        friends = [self.eyes.relation(faction, other) == 3 for other in range(count)]
        return supplied(self.world, faction, self.eyes.town, self.eyes.cut, friends)

    def cell(self, x: int, y: int) -> Ink:
        """Return the unwritten country at a cell."""
        region = self.ground.cells[y][x]
        if region == SEA:
            wave = (x * 7 + y * 13) % 23 == 0
            return Ink("~" if wave else " ", glyphs.SEA_WAVE, glyphs.SEA)
        if region == LAKE:
            return Ink("≈" if (x + y) % 3 == 0 else " ", glyphs.LAKE_WAVE, glyphs.LAKE)
        if region == BEYOND:
            return Ink("·" if (x + 5 * y) % 17 == 0 else " ", glyphs.BEYOND_MARK, glyphs.BEYOND)
        sown = self.sown[region]
        here = sown.dense or (y % 2 == 0 and (x + (y // 2 % 2) * 3) % 6 == 0)
        return Ink(sown.sign if here else " ", sown.fg, sown.bg)

    def row(self, y: int) -> list[Ink]:
        """Return a row of the country with its borders, made once."""
        if y not in self._rows:
            self._rows[y] = [self._bordered(x, y) for x in range(self.ground.width)]
        return self._rows[y]

    def _bordered(self, x: int, y: int) -> Ink:
        ink, arms = self.cell(x, y), self.ground.arms[y][x]
        return Ink(glyphs.ARMS[arms], BORDER, ink.bg) if arms and self.ground.cells[y][x] not in (SEA, LAKE) else ink

    # --- what is written

    def _put(self, x: int, y: int, inks: tuple[Ink, ...]) -> None:
        row = self.layer.setdefault(y, {})
        for offset, ink in enumerate(inks):
            row[x + offset] = ink

    def _free(self, x: int, y: int, width: int, region: int = BEYOND) -> bool:
        """Whether cells are on the map, unwritten and, where a region is given, inside it and off its borders."""
        if y < 0 or y >= self.ground.height or x < 0 or x + width > self.ground.width:
            return False
        row = self.layer.get(y, {})
        for column in range(x, x + width):
            if column in row:
                return False
            if region != BEYOND and self.ground.cells[y][column] != region:
                return False
        return True

    def _crowded(self, x: int, y: int, width: int) -> bool:
        """Whether something is written right beside some cells."""
        row = self.layer.get(y, {})
        return x - 1 in row or x + width in row

    def _towns(self, rank: int) -> None:
        for site in self.ground.sites:
            if site.town.rank == rank:
                self._town(site)

    def _town(self, site: Site) -> None:
        holder = self.eyes.town[site.region]
        hue = glyphs.hue(self.world, holder)
        name = written(
            site.town.name.get(self.language),
            "#ffffff" if site.town.rank == 1 else mix(PAPER, self.sown[site.region].bg, 25),
            bold=site.town.rank == 1,
        )
        if site.town.rank == 1:
            letter = self.world.factions[holder].letter if holder >= 0 else "○"
            mark = Ink(letter, INK, hue.bright, bold=True) if holder >= 0 else Ink("○", PAPER, INK, bold=True)
        else:
            mark = Ink("•" if site.town.rank == 2 else "∙", hue.bright)
        if site.x in self.layer.get(site.y, {}):
            return
        if site.town.rank == 1 and self.ground.scale == HALF and len(name) > 9:
            name = (*name[:8], Ink("…", "#ffffff"))
        starts = [site.x - len(name), site.x + 1]
        if not site.town.label_left:
            starts.reverse()
        inside = site.region if site.town.rank > 1 else BEYOND
        for start in starts:
            if self._free(start, site.y, len(name), inside):
                self._put(start, site.y, name)
                break
        else:
            if site.town.rank == 3:
                return
        self._put(site.x, site.y, (mark,))

    def _label(self, region: int) -> None:
        pieces = self._pieces(region)
        if not pieces:
            return
        whole = [self._joined(pieces)] if len(pieces) > 1 else []
        for wanted in (whole, [piece.inks for piece in pieces]):
            for inks in wanted:
                spot = self._spot(region, len(inks))
                if spot is not None:
                    self._put(*spot, inks)
                    if wanted is whole:
                        return

    def _joined(self, pieces: list[Piece]) -> tuple[Ink, ...]:
        inks: tuple[Ink, ...] = pieces[0].inks
        for piece in pieces[1:]:
            inks = (*inks, Ink(" ", PAPER), *piece.inks)
        return inks

    def _spot(self, region: int, width: int) -> tuple[int, int] | None:
        """Return where in a region a label of a width fits best: near its seat, below rather than above."""
        box, (sx, sy) = self.ground.boxes[region], self.ground.seat(region)
        best: tuple[int, int] | None = None
        least = 1e9
        for y in range(box.top, box.bottom):
            for x in range(box.left, box.right - width + 1):
                if not self._free(x, y, width, region) or self._crowded(x, y, width):
                    continue
                lines = sum(bool(self.ground.arms[y][column]) for column in range(x, x + width))
                far = abs(y - sy - 0.4) * 3 + abs(x + width / 2 - sx - 3) / 3 + lines * 2
                if far < least:
                    best, least = (x, y), far
        return best

    def _pieces(self, region: int) -> list[Piece]:
        match self.mode:
            case _ if self.mode in (CONTROL, FORCES):
                most = 2 if self.mode == CONTROL or self.ground.scale == HALF else 4
                return [self._force(force) for force in self.eyes.forces(region)[:most]]
            case _ if self.mode == SYMPATHY:
                return self._shares(region)
            case _ if self.mode == COUNCILS:
                return [
                    self._lettered(faction, glyphs.council(level))
                    for faction, level in enumerate(self.eyes.councils(region))
                    if level
                ]
            case _ if self.mode == ROADS:
                return [
                    Piece(written(say(self.language, "worth", Worth(worth).name.lower()), GOLD))
                    for worth in self.world.regions[region].worth
                ]
            case _ if self.mode == FEAR:
                return self._fears(region)
            case _:
                return self._age(region)

    def _lettered(self, faction: int, text: str, fg: str = "") -> Piece:
        colour = fg or glyphs.hue(self.world, faction).bright
        letter = self.world.factions[faction].letter
        return Piece((Ink(letter, colour, "", bold=True), *written(text, colour)))

    def _force(self, force: Force) -> Piece:
        bright = glyphs.hue(self.world, force.faction).bright
        if force.age > 0:
            count = f"{glyphs.short_count(force.men)}?"
            bright = mix(bright, NOBODYS, 45)
        else:
            count = glyphs.short_count(force.men) if force.exact else f"~{glyphs.short_count(force.men)}"
        piece = self._lettered(force.faction, count, bright)
        if force.own:
            piece = Piece(tuple(Ink(ink.char, INK if not force.hidden else bright, bright if not force.hidden else INK,
                                    bold=True) for ink in piece.inks))  # fmt: skip
        return piece

    def _shares(self, region: int) -> list[Piece]:
        shares = self.eyes.sympathy(region)
        if not shares:
            return [Piece(written("?", MUTED))]
        old = "?" if self.eyes.age(region) > 0 else ""
        known = [f for f in self.eyes.movements() if shares[f] >= 10 or f == self.eyes.faction]
        known.sort(key=lambda f: (f != self.eyes.faction, -shares[f]))
        return [self._lettered(faction, f"{shares[faction] // 10}{old}") for faction in known[:3]]

    def _fears(self, region: int) -> list[Piece]:
        fear = self.eyes.fear(region)
        pieces = [Piece(written("?" if fear == UNKNOWN else f"{fear // 10}%", PAPER, bold=True))]
        if self.eyes.feuds[region]:
            pieces.append(Piece(written(f"×{self.eyes.feuds[region]}", "#ffb067")))
        if self.eyes.burned(region):
            pieces.append(Piece(written(f"▲{self.eyes.burned(region)}", "#ff7a70")))
        return pieces

    def _age(self, region: int) -> list[Piece]:
        age = self.eyes.age(region)
        if age == UNKNOWN:
            return [Piece(written("?", PAPER, bold=True))]
        if age:
            return [Piece(written(f"−{age}", "#ffb067", bold=True))]
        return [Piece(written("~" if self.eyes.about(region) else "●", PAPER))]

    # --- the ways

    def _ways(self) -> None:
        """Draw every way as a fine line between two seats, with a sign in its middle where it is cut or under snow."""
        dots: dict[tuple[int, int], tuple[int, str]] = {}
        signs: list[tuple[int, int, Ink]] = []
        order = (LinkKind.SEA, LinkKind.TRACK, LinkKind.PASS, LinkKind.HIGHROAD, LinkKind.ROAD)
        known = [i for i, link in enumerate(self.world.links) if link.kind in order]
        for index in sorted(known, key=lambda i: (order.index(self.world.links[i].kind), bool(self.eyes.cut[i]))):
            link = self.world.links[index]
            colour, rhythm, sign = self._way_look(index)
            start, end = self.ground.seat(link.a), self.ground.seat(link.b)
            for x, y in _trace(start, end, rhythm):
                bits, _ = dots.get((x // 2, y // 4), (0, ""))
                dots[x // 2, y // 4] = (bits | glyphs.DOTS[x % 2][y % 4], colour)
            if sign:
                middle = ((start[0] + end[0]) // 2, (start[1] + end[1]) // 2)
                signs.append((*middle, Ink(sign, colour, "", bold=True)))
        for (x, y), (bits, colour) in dots.items():
            if self._free(x, y, 1):
                self._put(x, y, (Ink(chr(0x2800 + bits), colour),))
        for x, y, ink in signs:
            for step in (0, 1, -1, 2, -2):  # never over a name or a badge: beside it
                written_there = self.layer.get(y, {}).get(x + step)
                if written_there is None or 0x2800 <= ord(written_there.char) < 0x2900:
                    self._put(x + step, y, (ink,))
                    break

    def _way_look(self, index: int) -> tuple[str, int, str]:
        """Return a way's colour, one dot in how many, and the sign in its middle."""
        kind = self.world.links[index].kind
        if self.eyes.cut[index]:
            return "#ff6b6b", 3, "×"
        if self.eyes.winter and kind in (LinkKind.PASS, LinkKind.HIGHROAD):
            return "#cfe8ff", 4, "*"
        return {
            LinkKind.ROAD: ("#e8d9a8", 1, ""),
            LinkKind.HIGHROAD: ("#c9b888", 2, ""),
            LinkKind.TRACK: ("#8f8670", 4, ""),
            LinkKind.PASS: ("#a89f86", 3, "^"),
            LinkKind.SEA: ("#5b9ac4", 4, ""),
        }[kind]

    def _cuts(self) -> None:
        """Mark each cut way where it crosses the border."""
        if self.mode == ROADS:
            return
        for index, link in enumerate(self.world.links):
            if self.eyes.cut[index]:
                spot = self.ground.border(link.a, link.b)
                if spot is not None:
                    self._put(*spot, (Ink("╳", "#ff6b6b", INK, bold=True),))


def _trace(start: tuple[int, int], end: tuple[int, int], rhythm: int) -> list[tuple[int, int]]:
    """Return the fine dots, two by four to a cell, from the middle of one cell to the middle of another."""
    x0, y0, x1, y1 = start[0] * 2 + 1, start[1] * 4 + 2, end[0] * 2 + 1, end[1] * 4 + 2
    steps = max(abs(x1 - x0), abs(y1 - y0), 1)
    return [
        (x0 + round((x1 - x0) * step / steps), y0 + round((y1 - y0) * step / steps)) for step in range(0, steps, rhythm)
    ]
