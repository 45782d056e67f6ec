"""The closed lists of the rules: what kinds of thing there are. Their order is part of the save format."""

from enum import IntEnum


class Terrain(IntEnum):
    """What the country of a region is like to fight, hide and farm in."""

    PLAIN = 0
    HILLS = 1
    MOUNTAIN = 2
    COAST = 3


class Worth(IntEnum):
    """What a region's towns are worth to whoever works them."""

    PORT = 0
    OIL = 1
    CHROME = 2
    GRAIN = 3
    CAPITAL = 4


class LinkKind(IntEnum):
    """How two regions are joined. Motors need a road; snow closes passes and high roads; sea joins two ports."""

    ROAD = 0
    TRACK = 1
    PASS = 2
    SEA = 3
    HIGHROAD = 4  # a lorry road over a pass
    RAIL = 5  # off the map only


class FactionKind(IntEnum):
    """What sort of side a faction is; a scenario gives verbs to kinds."""

    MOVEMENT = 0
    OCCUPIER = 1
    GOVERNMENT = 2
    NEIGHBOUR = 3
    LOCAL = 4


class Status(IntEnum):
    """Where a faction stands in the war. Only active and underground factions give orders."""

    UNBORN = 0
    OFF_MAP = 1
    ACTIVE = 2
    UNDERGROUND = 3
    GONE = 4


NEVER = -1  # instead of the turn of what has not happened; what was before the first turn lies below it
IN_PLAY = (Status.ACTIVE, Status.UNDERGROUND)
"""What a faction's status is while it gives orders."""


class Relation(IntEnum):
    """How two factions stand. An attack on a rival makes it war; a truce or an alliance forbids it."""

    WAR = 0
    HOSTILE = 1
    TRUCE = 2
    ALLIED = 3


class Posture(IntEnum):
    """How a faction's men in one region carry themselves."""

    OPEN = 0
    HOLD = 1
    HIDING = 2
    HIDDEN = 3


class Role(IntEnum):
    """What a unit kind is for."""

    CELL = 0
    BAND = 1
    REGULAR = 2
    MILITIA = 3
    GARRISON = 4
    COLUMN = 5


class Verb(IntEnum):
    """Everything that can be ordered."""

    MOVE = 0
    ATTACK = 1
    HOLD = 2
    HIDE = 3
    MUSTER = 4
    DISPERSE = 5
    AGITATE = 6
    ORGANISE = 7
    RECONCILE = 8
    RECRUIT = 9
    FORM = 10
    MILITIA = 11
    RAID = 12
    SABOTAGE = 13
    GARRISON = 14
    SWEEP = 15
    OFFENSIVE = 16
    CALLOFF = 17
    POLICY = 18
    REPAIR = 19
    CONCEDE = 20
    BRIBE = 21
    LEVY = 22
    WITHDRAW = 23
    DECIDE = 24
    PROPOSE = 25
    ACCEPT = 26
    REFUSE = 27
    COUNTER = 28
    DENOUNCE = 29
    COURT = 30
    PROMISE = 31
    PURGE = 32
    CONGRESS = 33
    APPEAL = 34
    REPLY = 35
    PLEDGE = 36
    VERIFY = 37


class Target(IntEnum):
    """What sabotage can strike."""

    ROAD = 0
    TELEGRAPH = 1
    MINE = 2
    HARVEST = 3


class Policy(IntEnum):
    """The standing instructions an occupier or a government keeps."""

    REPRISALS = 0
    REQUISITION = 1


class Reprisals(IntEnum):
    """How an occupier answers raids on the villages near them."""

    NONE = 0
    MEASURED = 1
    HARSH = 2


class Requisition(IntEnum):
    """How much of the harvest is taken."""

    LIGHT = 0
    HEAVY = 1


class Fate(IntEnum):
    """What has become of a leader."""

    WELL = 0
    WOUNDED = 1
    CAPTURED = 2
    DEAD = 3
    AWAY = 4


class Figure(IntEnum):
    """The numbers that can be asked *why*. Each is changed through one door, which records the cause."""

    CADRES = 0
    ARMS = 1
    SUPPLIES = 2
    STANDING = 3
    METER = 4
    SYMPATHY = 5
    COUNCIL = 6
    FEAR = 7
    FEUDS = 8
    GRAIN = 9
    HAZARD = 10
    OUTPUT = 11
    STRAIN = 12
    STIGMA = 13
    LOYALTY = 14
    GRIEVANCE = 15
    GOODWILL = 16
    REGARD = 17


class Cause(IntEnum):
    """Why a figure or a number of men changed."""

    LIMIT = 0
    EVENT = 1
    RAID = 2
    SABOTAGE = 3
    BATTLE = 4
    CAPTURED_ARMS = 5
    AMMUNITION = 6
    AGITATION = 7
    RIVAL_AGITATION = 8
    ORGANISED = 9
    COUNCIL_WORK = 10
    SWEPT = 11
    NEGLECT = 12
    RECONCILED = 13
    RECRUITED = 14
    VOLUNTEERS = 15
    FORMED = 16
    LEVIED = 17
    CONCESSION = 18
    REPRISAL = 19
    FEAR_FELT = 20
    FEAR_EASED = 21
    TIME = 22
    HARVEST = 23
    REQUISITION = 24
    UPKEEP = 25
    WINTER = 26
    HOME = 27
    WEAR = 28
    TOWNS = 29
    COUNCILS = 30
    WORLD = 31
    DEPARTED = 32
    ARRIVED = 33
    KILLED = 34
    TAKEN = 35
    SURRENDERED = 36
    DESERTED = 37
    DISBANDED = 38
    EVACUATED = 39
    CAME_OVER = 40
    WENT_OVER = 41
    DISPERSED = 42
    CONVERTED = 43
    OFFENSIVE = 44
    ORDER_COST = 45
    BURNED_OUT = 46
    COMMITTEES = 47
    BLANK_CLAUSE = 48
    INCIDENT = 49
    RIVALRY = 50
    END_NEAR = 51
    JOINT_SUCCESS = 52
    BROKEN_WORD = 53
    PULL = 54  # a scenario's own cause; ``about`` says which
    CLAUSE = 55
    CLAUSE_DUE = 56
    COURTED = 57
    PROMISED = 58
    PROMISE_KEPT = 59
    PROMISE_BROKEN = 60
    PURGED = 61
    SEATS = 62
    FOUGHT_TOGETHER = 63
    STAYED_AWAY = 64
    PASSED_OVER = 65
    AID = 66
    APPEALED = 67
    PATRON = 68
    SIGNED = 69
    AFTERMATH = 70
    NEW_HOUSE = 71
    REFUSED = 72


class Level(IntEnum):
    """How close a treaty brings two sides, from talking to one staff. A local truce and a joint operation name a region."""

    CONTACT = 0
    LOCAL = 1
    TRUCE = 2
    JOINT = 3
    PACT = 4
    COMMAND = 5


class Manner(IntEnum):
    """How a treaty ends. The first three are chosen by somebody; a lapse and a rupture happen to both."""

    OPENLY = 0
    PRETEXT = 1
    AMBUSH = 2
    LAPSE = 3
    RUPTURE = 4


class Talk(IntEnum):
    """What rumours are about."""

    LETTERS = 0
    SECRET = 1
    WAVERER = 2
    OFFENSIVE = 3


class Outcome(IntEnum):
    """How a fight ended, from the side that began it."""

    REPELLED = 0
    STALEMATE = 1
    WON = 2


class Clash(IntEnum):
    """What brought two sides to blows."""

    ATTACK = 0
    SWEEP = 1
    OFFENSIVE = 2


class Grade(IntEnum):
    """How well a faction did by its own lights."""

    NONE = 0
    MARGINAL = 1
    SUBSTANTIAL = 2
    DECISIVE = 3
