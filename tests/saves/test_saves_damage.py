"""Reading what a disk, an editor or an enemy made of a save: a finding every time, never another error."""

import json
import os
import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from pydantic import JsonValue
from saves_world import make_world, play

from lanc_game.saves import SaveError, parse_save, read_save, verify
from lanc_game.saves import reading as reading_module
from lanc_game.saves.lines import MOST_DEPTH, NotJson, Refused, read_line, seal, texts_of

WORLD = make_world()
NOWHERE = Path("some.lanc")
Fields = dict[str, JsonValue]


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return play(WORLD, tmp_path_factory.mktemp("saves") / "small.lanc", 3).path.read_bytes()


def rechained(lines: list[Fields]) -> bytes:
    """Write lines as somebody would who knows the chain: only the shape and the replay can then find them out."""
    written, chain = [], ""
    for fields in lines:
        raw, chain = seal(texts_of(fields), chain)
        written.append(raw + b"\n")
    return b"".join(written)


def fields_of(data: bytes) -> list[Fields]:
    return [json.loads(line) for line in data.splitlines()]


def accepted(data: bytes, small: bytes, whole: int = 3) -> bool:
    """Say whether damaged bytes pass for a whole save. Any error but SaveError fails the test by itself."""
    try:
        save = parse_save(NOWHERE, data)
    except SaveError:
        save = None
    try:
        lenient = parse_save(NOWHERE, data, lenient=True)
        told = verify(WORLD, lenient, keep_going=True)
        quiet = told.ok and not lenient.torn
    except SaveError:
        quiet = False
    if save is None:
        return quiet
    if save.torn:
        assert save.notices
        assert len(save.turns) < whole or data.startswith(small)
        return quiet
    return True


@pytest.mark.parametrize("mask", [1, 0x20, 0x80, 0xFF])
def test_no_changed_byte_is_taken_for_the_save(small: bytes, mask: int) -> None:
    for place in range(len(small)):
        damaged = bytearray(small)
        damaged[place] ^= mask
        assert not accepted(bytes(damaged), small), f"byte {place}"


def test_no_cut_is_taken_for_the_save(small: bytes) -> None:
    ends = {match.end() for match in re.finditer(rb"\n", small)}
    for place in range(len(small)):
        if place in ends:
            assert len(parse_save(NOWHERE, small[:place]).turns) == small[:place].count(b"\n") - 1
        else:
            assert not accepted(small[:place], small)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_no_rearrangement_is_taken_for_the_save(small: bytes, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(small)))
    end = data.draw(st.integers(start, len(small)))
    instead = data.draw(st.binary(max_size=30) | st.sampled_from([small[:200], small[-300:], b"\n", b"[" * 200]))
    damaged = small[:start] + instead + small[end:]
    if damaged != small and not small.startswith(damaged):
        assert not accepted(damaged, small)


def test_lines_that_change_places_are_found(small: bytes) -> None:
    lines = small.splitlines(keepends=True)
    for order in ([0, 2, 1, 3], [0, 1, 1, 2, 3], [0, 2, 3], [1, 2, 3], [0, 1, 3], [0, 0, 1, 2, 3]):
        with pytest.raises(SaveError):
            parse_save(NOWHERE, b"".join(lines[i] for i in order))


def test_an_error_names_file_line_cause_and_cure(small: bytes, tmp_path: Path) -> None:
    path = tmp_path / "edited.lanc"
    lines = small.splitlines(keepends=True)
    edited = lines[2].replace(b'"label":"1942-10"', b'"label":"1942-11"')
    path.write_bytes(lines[0] + lines[1] + edited + lines[3])
    before = path.read_bytes()
    with pytest.raises(SaveError) as caught:
        read_save(path)
    assert (caught.value.path, caught.value.line) == (path, 3)
    assert "chain" in caught.value.cause
    assert caught.value.cure
    assert str(caught.value).startswith(f"{path}, line 3: ")
    told = read_save(path, lenient=True)
    assert told.damage is not None
    assert told.damage.line == 3
    first = verify(WORLD, told).first
    assert first is not None
    assert (first.line, first.what) == (3, "chain")
    assert path.read_bytes() == before


def test_other_spellings_of_the_same_json_are_damage(small: bytes) -> None:
    lines = small.splitlines(keepends=True)
    for other in (lines[1].replace(b":", b": ", 1), lines[1].replace(b"1942", b"\\u0031942"), lines[1][:-1] + b"\r\n"):
        with pytest.raises(SaveError, match="line 2: not written as canonical JSON"):
            parse_save(NOWHERE, lines[0] + other + lines[2] + lines[3])


HUGE = "9" * 5_000


@pytest.mark.parametrize(
    ("line", "cause"),
    [
        ("[" * 200_000 + "]" * 200_000, "deep"),
        ('{"a":' * 100_000 + "1" + "}" * 100_000, "deep"),
        ("[" * 200_000, "deep"),
        ('["]",' * 5_000 + '"["]' * 5_000, "deep"),
        ('{"a":NaN}', "NaN is not a number"),
        ('{"a":-Infinity}', "not a number"),
        ('{"a":1.5}', "not whole"),
        ('{"a":1e400}', "not whole"),
        (f'{{"a":{HUGE}}}', "digits"),
        (f'{{"a":-{HUGE}}}', "digits"),
        ('{"a":1,"b":2,"a":1}', "twice"),
        ('{"a":"\\ud800"}', "surrogate"),
        ("null", "not a JSON object"),
        ("[]", "not a JSON object"),
        ('"' + "\\\\" * 100_000 + '"', "not a JSON object"),
        ('{"a":1', "not JSON"),
        ('"' + '\\"' * 500_000, "not JSON"),
        ("", "not JSON"),
        ("\ufeff{}", "not JSON"),
        ('"' + "x" * 10_000_000 + '"', "longer than 8 MB"),
    ],
)
def test_hostile_lines_are_named(small: bytes, line: str, cause: str) -> None:
    lines = small.splitlines(keepends=True)
    raw = line.encode() + b"\n"
    with pytest.raises(SaveError, match=cause) as caught:
        parse_save(NOWHERE, lines[0] + raw + lines[1])
    assert caught.value.line == 2
    with pytest.raises(SaveError):
        parse_save(NOWHERE, raw + lines[1])


def test_depth_is_bounded_and_no_less_than_promised() -> None:
    fine = "[" * MOST_DEPTH + "]" * MOST_DEPTH
    assert isinstance(read_line(fine.encode()), list)
    with pytest.raises(Refused, match="deep"):
        read_line(f"[{fine}]".encode())
    wide = "[" + ",".join(['{"a":["[[[["]}'] * 5_000) + "]"
    assert isinstance(read_line(wide.encode()), list)


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet='[]{}"\\,:a1 eE.-+u\n', max_size=400).map(str.encode) | st.binary(max_size=200))
@example(b'"\\')
def test_no_bytes_bring_the_line_reader_down(raw: bytes) -> None:
    with suppress(NotJson, Refused):
        read_line(raw)


Edit = Callable[[list[Fields]], object]


def orders(lines: list[Fields], value: JsonValue) -> None:
    lines[1]["orders"] = value


@pytest.mark.parametrize(
    "edit",
    [
        lambda f: f[0].update(seed=-1),
        lambda f: f[0].update(seed=2**63),
        lambda f: f[0].update(seed=True),
        lambda f: f[0].update(seed="7"),
        lambda f: f[0].update(clock=2),
        lambda f: f[0].update(format=2),
        lambda f: f[0].update(format=True),
        lambda f: f[0].update(format=None),
        lambda f: f[0].update(lanc="other"),
        lambda f: f[0].update(extra=1),
        lambda f: f[0].pop("start"),
        lambda f: f[0].pop("scenario"),
        lambda f: f[0].update(scenario=[]),
        lambda f: f[0].update(scenario={"id": "four"}),
        lambda f: f[0].update(seats={}),
        lambda f: f[0].update(seats={"F0": "human"}),
        lambda f: f[0].update(seats={"f0": "Human being"}),
        lambda f: f[0].update(seats={f"f{i}": "human" for i in range(65)}),
        lambda f: f[0].update(branched_from={"chain": "x", "turn": 0}),
        lambda f: f[0].update(about={"id": "four", "title": {"en": "", "sq": ""}, "turns": 0}),
        lambda f: f[1].update(turn=1),
        lambda f: f[1].update(turn=-1),
        lambda f: f[1].update(turn="0"),
        lambda f: f[1].update(label="September"),
        lambda f: f[1].update(label="1942-09\n"),
        lambda f: f[1].update(digest="0"),
        lambda f: f[1].update(digest="A" * 32),
        lambda f: f[1].update(over=False),
        lambda f: f[1].update(over=True),
        lambda f: f[1].update(note="hello"),
        lambda f: orders(f, []),
        lambda f: orders(f, {"f0": []}),
        lambda f: orders(f, {"f0": "hold a0"}),
        lambda f: orders(f, {"f0": [1]}),
        lambda f: orders(f, {"f0": [None]}),
        lambda f: orders(f, {"f0": [""]}),
        lambda f: orders(f, {"f0": ["x" * 2_001]}),
        lambda f: orders(f, {"f0": ["hold a0"] * 121}),
        lambda f: orders(f, {"": ["hold a0"]}),
    ],
)
def test_wrong_values_are_damage_even_in_a_good_chain(small: bytes, edit: Edit) -> None:
    lines = fields_of(small)
    edit(lines)
    with pytest.raises(SaveError) as caught:
        parse_save(NOWHERE, rechained(lines))
    assert caught.value.line


def test_a_rechained_save_is_the_same_save(small: bytes) -> None:
    assert rechained(fields_of(small)) == small


def test_only_whole_files_within_bounds_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, small: bytes) -> None:
    path = tmp_path / "a.lanc"
    path.write_bytes(small)
    monkeypatch.setattr(reading_module, "MOST_BYTES", len(small))
    assert len(read_save(path).turns) == 3
    monkeypatch.setattr(reading_module, "MOST_BYTES", len(small) - 1)
    with pytest.raises(SaveError, match="larger"):
        read_save(path)
    monkeypatch.setattr(reading_module, "MOST_TURNS", 2)
    with pytest.raises(SaveError, match="more than 2 turns"):
        parse_save(path, small)


def test_what_is_no_save_says_so(tmp_path: Path) -> None:
    (tmp_path / "empty").write_bytes(b"")
    (tmp_path / "text").write_bytes(b"Dear diary")
    (tmp_path / "begun").write_bytes(b'{"about":{"id"')
    os.mkfifo(tmp_path / "pipe")
    for name, cause in (("empty", "empty"), ("text", "not a save"), ("begun", "first line"), ("pipe", "not a file"),
                        ("missing", "No such file"), ("a\0b", "null"), (".", "not a file")):  # fmt: skip
        with pytest.raises(SaveError, match=cause):
            read_save(tmp_path / name)
