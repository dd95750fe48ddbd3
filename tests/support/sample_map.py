"""The map of the invented 青榆街道, made once: ``python tests/support/sample_map.py`` writes resources/sample_office/map/*.geojson.

The plan below is drawn in metres (x to the east, y to the north) as rectangles that tile exactly; streets run inside the grids
the roster gives them and have the roster's lengths. A gentle bend and a turn make it look grown. It lies in the open sea, where
no real street can be mistaken for it. The seed decides only the sizes of houses.
"""

from __future__ import annotations

import json
import math
import random
import tomllib
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parents[2] / "resources" / "sample_office"
ORIGIN = (122.6, 36.3)
"""South-western corner of the plan: open water of the Yellow Sea."""
SEED = 20260717
SOURCE = "样例地图（虚构）"

Rect = tuple[float, float, float, float]
"""West, south, east, north in metres of the plan."""
XY = tuple[float, float]

COMMUNITIES: dict[str, list[XY]] = {
    "A1": [(0, 1680), (1300, 1680), (1300, 2000), (0, 2000)],
    "A2": [(0, 1350), (900, 1350), (900, 1680), (0, 1680)],
    "A3": [(900, 1350), (1750, 1350), (1750, 2000), (1300, 2000), (1300, 1680), (900, 1680)],
    "A4": [(0, 400), (1750, 400), (1750, 800), (0, 800)],
    "A5": [(0, 800), (950, 800), (950, 1350), (0, 1350)],
    "A6": [(950, 800), (1750, 800), (1750, 1350), (950, 1350)],
    "A7": [(1750, 400), (2300, 400), (2300, 2000), (1750, 2000)],
    "A8": [(0, 0), (2300, 0), (2300, 400), (0, 400)],
}
BOUNDARY: list[XY] = [(0, 0), (2300, 0), (2300, 2000), (0, 2000)]

GRIDS: dict[str, Rect] = {
    "A1-01": (0, 1870, 1300, 2000),
    "A1-04": (0, 1680, 260, 1870),
    "A1-02": (260, 1680, 680, 1870),
    "A1-03": (680, 1680, 980, 1870),
    "A1-05": (980, 1680, 1300, 1870),
    "A2-01": (0, 1350, 500, 1490),
    "A2-02": (0, 1490, 280, 1680),
    "A2-04": (280, 1490, 500, 1680),
    "A2-03": (500, 1350, 900, 1515),
    "A2-05": (500, 1515, 900, 1680),
    "A3-01": (1300, 1680, 1460, 2000),
    "A3-02": (1320, 1350, 1460, 1680),
    "A3-03": (900, 1350, 1320, 1680),
    "A3-04": (1460, 1350, 1750, 2000),
    "A4-01": (0, 560, 875, 680),
    "A4-02": (875, 560, 1750, 680),
    "A4-03": (0, 680, 750, 800),
    "A4-04": (750, 680, 1200, 800),
    "A4-05": (1200, 680, 1750, 800),
    "A4-06": (0, 400, 1750, 560),
    "A5-01": (0, 1040, 320, 1180),
    "A5-02": (320, 1040, 640, 1180),
    "A5-03": (640, 1040, 950, 1180),
    "A5-04": (0, 800, 475, 1040),
    "A5-05": (475, 800, 950, 1040),
    "A5-06": (0, 1180, 950, 1350),
    "A6-01": (950, 1150, 1300, 1350),
    "A6-02": (1300, 1150, 1750, 1350),
    "A6-03": (1400, 800, 1750, 1150),
    "A6-04": (950, 800, 1175, 1150),
    "A6-05": (1175, 800, 1400, 1150),
    "A7-01": (1750, 400, 1980, 1200),
    "A7-02": (1750, 1200, 1980, 2000),
    "A7-03": (1980, 400, 2300, 1200),
    "A7-04": (1980, 1200, 2300, 2000),
    "A8-01": (0, 0, 800, 190),
    "A8-04": (800, 0, 1550, 190),
    "A8-05": (1550, 0, 2300, 190),
    "A8-06": (0, 190, 800, 400),
    "A8-02": (800, 190, 1250, 400),
    "A8-03": (1250, 190, 1700, 400),
    "A8-07": (1700, 190, 2300, 400),
}

STREETS: dict[str, list[XY]] = {
    "J01": [(35, 620), (1715, 620)],
    "J02": [(30, 1900), (1270, 1900)],
    "J03": [(1400, 1985), (1400, 1365)],
    "J04": [(20, 1110), (930, 1110)],
    "J05": [(1900, 520), (1900, 1850)],
    "J06": [(860, 20), (860, 290), (1350, 290)],
    "J07": [(640, 1900), (640, 1760), (440, 1760)],
    "J08": [(130, 1900), (130, 1770), (180, 1770)],
    "J09": [(40, 1430), (450, 1430)],
    "J10": [(150, 1430), (150, 1580)],
    "J11": [(830, 1900), (830, 1780)],
    "J12": [(1140, 1900), (1140, 1765)],
    "J13": [(560, 1430), (820, 1430)],
    "J14": [(1400, 1520), (1200, 1520)],
    "J15": [(990, 1230), (1500, 1230), (1500, 910)],
    "J16": [(1010, 1000), (1300, 1000)],
    "J17": [(300, 930), (610, 930)],
    "J18": [(50, 740), (690, 740)],
    "J19": [(690, 740), (910, 740)],
    "J20": [(500, 110), (500, 285)],
    "J21": [(1800, 110), (1800, 270), (1880, 270)],
    "J22": [(1900, 800), (2200, 800), (2200, 650)],
    "J23": [(1900, 1500), (2220, 1500), (2220, 1560)],
    "J24": [(1450, 620), (1450, 740), (1525, 740)],
    "J25": [(800, 620), (800, 490), (880, 490)],
    "J26": [(300, 1600), (465, 1600)],
    "J27": [(540, 1600), (770, 1600)],
    "J28": [(500, 1110), (500, 1260), (540, 1260)],
    "J29": [(1400, 1720), (1545, 1720)],
    "J30": [(240, 110), (2050, 110)],
}

ROADS: list[list[XY]] = [  # ways that are no street of the office: they join the streets to each other and to the town
    [(-120, 620), (35, 620)],
    [(1715, 620), (1900, 620)],
    [(1900, 520), (1900, -160)],
    [(1900, 1850), (1900, 2120)],
    [(-120, 1110), (20, 1110)],
    [(930, 1110), (950, 1110), (950, 1230), (990, 1230)],
    [(1500, 910), (1500, 620)],
    [(1500, 1230), (1900, 1230)],
    [(1270, 1900), (1400, 1900)],
    [(-120, 1900), (30, 1900)],
    [(450, 1430), (560, 1430)],
    [(465, 1600), (540, 1600)],
    [(820, 1430), (1400, 1430)],
    [(1400, 1365), (1400, 1230)],
    [(610, 930), (700, 930), (700, 1110)],
    [(300, 930), (300, 1110)],
    [(1350, 290), (1500, 290), (1500, 620)],
    [(50, 740), (50, 620)],
    [(860, 20), (860, -160)],
    [(1010, 1000), (1010, 1230)],
    [(1300, 1000), (1500, 1000)],
    [(2050, 110), (2420, 110)],
    [(-120, 110), (240, 110)],
    [(40, 1430), (40, 1110)],
    [(280, 1430), (280, 1600), (300, 1600)],
    [(770, 1600), (840, 1600), (840, 1430)],
    [(880, 490), (1500, 490)],
]

GREENS: dict[str, tuple[str, Rect]] = {
    "G01": ("青榆公园", (60, 415, 430, 545)),
    "G02": ("南渡桥东头绿地", (885, 125, 990, 180)),
    "G03": ("苇塘", (940, 700, 1080, 785)),
    "G04": ("云廊绿地", (2030, 1660, 2260, 1800)),
    "G05": ("青榆广场", (560, 572, 690, 608)),
}

FRONTS: dict[str, tuple[float, float, float, float, str]] = {
    # street: metres between numbers, width, depth, how far from the middle of the way, suffix of a number
    "J02": (30, 22, 24, 14, "号院"),
    "J07": (24, 18, 24, 6, "号院"),
    "J08": (24, 18, 22, 6, "号院"),
    "J11": (24, 18, 24, 6, "号院"),
    "J12": (24, 18, 24, 6, "号院"),
    "J09": (26, 20, 24, 6, "号院"),
    "J10": (24, 18, 22, 6, "号院"),
    "J13": (26, 20, 24, 6, "号院"),
    "J26": (26, 20, 24, 6, "号院"),
    "J27": (26, 20, 24, 6, "号院"),
    "J03": (30, 24, 26, 12, "号"),
    "J14": (26, 20, 20, 6, "号"),
    "J29": (22, 17, 20, 6, "号院"),
    "J24": (24, 19, 15, 6, "号楼"),
    "J25": (26, 20, 15, 6, "号"),
    "J17": (28, 22, 22, 7, "号院"),
    "J28": (28, 22, 18, 6, "号"),
    "J16": (28, 22, 22, 7, "号院"),
    "J20": (26, 19, 18, 6, "号"),
    "J21": (34, 26, 16, 7, "号楼"),
    "J30": (56, 40, 16, 13, "号楼"),
    "J05": (95, 48, 36, 24, "号"),
    "J22": (80, 44, 34, 16, "号"),
    "J23": (80, 44, 34, 16, "号"),
    "J01": (56, 40, 16, 15, "号"),
    "J15": (60, 42, 18, 13, "号"),
}

ESTATES: list[tuple[str, str, str, Rect, float, float, float, float, str]] = [
    # name, community, street, where, width, depth, gap across, gap along, suffix
    ("北苇小区", "A4", "J18", (20, 690, 740, 795), 46, 13, 12, 30, "号楼"),
    ("苇塘里", "A4", "J19", (760, 690, 930, 795), 34, 13, 10, 30, "号院"),
    ("青榆南里", "A4", "J25", (900, 410, 1730, 555), 44, 13, 14, 24, "号楼"),
    ("锦机里", "A5", "J04", (15, 1040, 940, 1180), 46, 13, 14, 22, "号楼"),
    ("织云里", "A5", "J17", (15, 810, 940, 1030), 46, 13, 16, 24, "号楼"),
    ("晒布场", "A5", "J28", (15, 1190, 940, 1340), 44, 13, 16, 26, "号楼"),
    ("新棉1区", "A6", "J15", (960, 1250, 1740, 1340), 46, 13, 14, 24, "号楼"),
    ("新棉2区", "A6", "J15", (1410, 815, 1740, 1140), 46, 13, 14, 26, "号楼"),
    ("回迁楼", "A2", "J13", (520, 1450, 890, 1510), 40, 14, 12, 24, "号楼"),
    ("云廊公寓", "A7", "J23", (1995, 1545, 2290, 1655), 40, 24, 18, 26, "号楼"),
    ("南渡新苑", "A8", "J06", (900, 200, 1690, 395), 46, 14, 14, 26, "号楼"),
    ("桥西里", "A8", "J20", (20, 200, 780, 395), 44, 14, 16, 28, "号楼"),
    ("桥东里", "A8", "J21", (1900, 200, 2290, 395), 46, 14, 16, 28, "号楼"),
]
PLAIN: list[tuple[Rect, float, float, float, float]] = [  # houses without a number: courts, sheds, offices
    ((270, 1690, 670, 1740), 19, 18, 7, 8),
    ((10, 1690, 250, 1760), 19, 18, 7, 8),
    ((690, 1690, 1290, 1770), 20, 18, 8, 8),
    ((10, 1930, 1290, 1990), 24, 20, 12, 10),
    ((10, 1620, 490, 1675), 20, 18, 8, 8),
    ((520, 1625, 890, 1675), 20, 18, 8, 8),
    ((910, 1360, 1190, 1670), 32, 24, 20, 24),
    ((1560, 1360, 1740, 1990), 34, 28, 18, 26),
    ((960, 815, 1390, 980), 34, 20, 16, 20),
    ((1990, 420, 2290, 1190), 52, 40, 34, 38),
    ((1990, 1220, 2290, 1480), 52, 40, 34, 38),
    ((1765, 1880, 2290, 1990), 46, 32, 26, 24),
]
SINGLE: dict[str, tuple[float, float, float, float]] = {  # keepers' buildings that have no number: x, y, width, depth
    "B13": (1436, 1650, 24, 20),
    "B14": (1436, 1610, 24, 20),
    "B33": (1560, 1195, 60, 14),
    "B34": (2080, 845, 44, 44),
    "B35": (2150, 845, 44, 44),
    "B40": (530, 235, 30, 24),
}
SITES: dict[str, tuple[float, float, float, float]] = {  # units of society: x, y, width, depth
    "U01": (720, 712, 22, 14),
    "U02": (600, 1140, 22, 14),
    "U03": (1535, 1130, 24, 16),
    "U04": (1020, 265, 24, 16),
    "U05": (1940, 900, 26, 20),
    "U06": (1436, 1560, 24, 20),
    "U07": (1180, 585, 90, 34),
    "U08": (760, 1080, 40, 24),
    "U09": (1160, 330, 90, 50),
    "U10": (860, 1650, 50, 36),
    "U11": (680, 1465, 56, 24),
    "U12": (1930, 1160, 40, 24),
    "U13": (640, 150, 40, 26),
    "U14": (1440, 1190, 40, 26),
    "U15": (1360, 1840, 44, 40),
    "U16": (950, 1930, 30, 22),
    "U17": (2240, 700, 30, 20),
    "U18": (1130, 1050, 60, 36),
}
SPOTS: dict[str, XY] = {
    "M01": (1265, 1912),
    "M02": (575, 1412),
    "M03": (1375, 1480),
    "M04": (625, 612),
    "M05": (905, 1130),
    "M06": (1560, 1245),
    "M07": (1920, 1490),
    "M08": (930, 150),
    "R01": (1180, 575),
    "R02": (1190, 340),
    "R03": (1230, 1030),
    "R04": (850, 1480),
    "K01": (529, 597),
    "K02": (625, 590),
    "K03": (1915, 1145),
    "K04": (860, 10),
    "K05": (1400, 1988),
    "C01": (470, 1925),
    "C02": (1245, 1885),
    "C03": (760, 1412),
    "C04": (600, 1418),
    "C05": (1380, 1760),
    "C06": (1370, 1470),
    "C07": (420, 645),
    "C08": (660, 612),
    "C09": (330, 1135),
    "C10": (890, 1092),
    "C11": (1120, 1210),
    "C12": (1570, 1240),
    "C13": (1930, 700),
    "C14": (1925, 1520),
    "C15": (1120, 272),
    "C16": (960, 160),
    "W01": (548, 591),
}
GATES: dict[str, tuple[str, XY]] = {
    "GA1": ("云廊地铁站A口", (1918, 1150)),
    "GA2": ("云廊地铁站B口", (1882, 1172)),
    "GA3": ("北苇小区北门", (360, 752)),
    "GA4": ("锦机里南门", (240, 1098)),
    "GA5": ("新棉东门", (1548, 1232)),
    "GA6": ("南渡新苑西门", (902, 262)),
}
CAMERAS: list[tuple[str, XY]] = [
    ("青榆路西口", (42, 630)),
    ("青榆广场", (600, 612)),
    ("青榆路东口", (1706, 630)),
    ("槐序大街西口", (40, 1910)),
    ("槐序大街砚池胡同口", (650, 1908)),
    ("槐序大街东口", (1262, 1892)),
    ("望潮街北口", (1408, 1976)),
    ("望潮街灯笼巷口", (1408, 1528)),
    ("望潮停车场", (1384, 1472)),
    ("锦机路西口", (30, 1120)),
    ("锦机路公交场站", (896, 1122)),
    ("织云巷西口", (308, 938)),
    ("棉纺东路新棉东门", (1508, 1222)),
    ("棉纺二里西口", (1018, 1008)),
    ("云廊地铁站A口", (1922, 1140)),
    ("云廊大道二街口", (1910, 1508)),
    ("云廊一街工地大门", (2208, 690)),
    ("南渡桥头", (870, 40)),
    ("河沿路渡口巷口", (508, 118)),
    ("河沿路桥头里口", (1808, 118)),
]


def bent(spot: XY) -> XY:
    """The plan bent and turned: metres to metres."""
    x = spot[0] + 14 * math.sin(spot[1] / 430) + 6 * math.sin(spot[0] / 310)
    y = spot[1] + 12 * math.sin(spot[0] / 520) + 5 * math.sin(spot[1] / 270)
    turn = math.radians(3.5)
    return x * math.cos(turn) - y * math.sin(turn), x * math.sin(turn) + y * math.cos(turn)


def degrees(spot: XY) -> list[float]:
    """A spot of the plan in WGS-84, seven decimals."""
    x, y = bent(spot)
    phi = math.radians(ORIGIN[1] + 0.009)
    north = 111132.954 - 559.822 * math.cos(2 * phi) + 1.175 * math.cos(4 * phi)
    east = 111412.84 * math.cos(phi) - 93.5 * math.cos(3 * phi) + 0.118 * math.cos(5 * phi)
    return [round(ORIGIN[0] + x / east, 7), round(ORIGIN[1] + y / north, 7)]


def rect_ring(rect: Rect) -> list[XY]:
    """The corners of a rectangle, anticlockwise."""
    west, south, east, north = rect
    return [(west, south), (east, south), (east, north), (west, north)]


def _corners() -> set[XY]:
    found = {corner for ring in (*COMMUNITIES.values(), BOUNDARY) for corner in ring}
    return found | {corner for rect in GRIDS.values() for corner in rect_ring(rect)}


def tiled(ring: list[XY], corners: set[XY]) -> list[list[float]]:
    """A closed ring that bends at every corner any neighbour has on it, so that neighbours share their edge exactly."""
    told: list[list[float]] = []
    for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
        on = [
            corner
            for corner in corners
            if min(x1, x2) <= corner[0] <= max(x1, x2) and min(y1, y2) <= corner[1] <= max(y1, y2)
        ]
        on.sort(key=lambda corner: abs(corner[0] - x1) + abs(corner[1] - y1))
        told += [degrees(corner) for corner in on[:-1]]
    return [*told, told[0]]


def dense(line: list[XY], step: float = 60) -> list[list[float]]:
    """A line with a point at least every ``step`` metres, so that it bends with the plan."""
    told = [line[0]]
    for (x1, y1), (x2, y2) in pairwise(line):
        parts = max(1, math.ceil(math.hypot(x2 - x1, y2 - y1) / step))
        told += [(x1 + (x2 - x1) * part / parts, y1 + (y2 - y1) * part / parts) for part in range(1, parts + 1)]
    return [degrees(spot) for spot in told]


def feature(key: str, kind: str, geometry: str, coordinates: Any, **told: str) -> dict[str, Any]:
    """A feature as the map's files hold it."""
    kept = {name: value for name, value in told.items() if value}
    return {
        "type": "Feature",
        "id": key,
        "properties": {"kind": kind, **kept},
        "geometry": {"type": geometry, "coordinates": coordinates},
    }


def house(rect: Rect) -> list[list[list[float]]]:
    """A rectangular house."""
    ring = [degrees(corner) for corner in rect_ring(rect)]
    return [[*ring, ring[0]]]


class Ground:
    """What is built on already; a house is put only where there is room."""

    def __init__(self) -> None:
        self.taken: list[Rect] = []
        self.ways: list[Rect] = []

    def way(self, line: list[XY], half: float) -> None:
        """Keep a way free."""
        for (x1, y1), (x2, y2) in pairwise(line):
            self.ways.append((min(x1, x2) - half, min(y1, y2) - half, max(x1, x2) + half, max(y1, y2) + half))

    def free(self, rect: Rect, gap: float = 3.0, whole: bool = True) -> bool:
        """Whether a house fits here, off every way and - ``whole`` - in one grid."""
        if whole and not any(_inside(rect, grid) for grid in GRIDS.values()):
            return False
        return not any(_meet(rect, way, 0) for way in self.ways) and not any(
            _meet(rect, other, gap) for other in self.taken
        )

    def put(self, rect: Rect, gap: float = 3.0, whole: bool = True) -> bool:
        """Build a house if it fits."""
        if not self.free(rect, gap, whole):
            return False
        self.taken.append(rect)
        return True


def _inside(rect: Rect, other: Rect) -> bool:
    return other[0] < rect[0] and other[1] < rect[1] and rect[2] < other[2] and rect[3] < other[3]


def _meet(rect: Rect, other: Rect, gap: float) -> bool:
    return (
        rect[0] - gap < other[2] and other[0] < rect[2] + gap and rect[1] - gap < other[3] and other[1] < rect[3] + gap
    )


def around(x: float, y: float, width: float, depth: float) -> Rect:
    """A rectangle around its middle."""
    return x - width / 2, y - depth / 2, x + width / 2, y + depth / 2


def fronts(street: str) -> Iterable[tuple[int, Rect]]:
    """The slots of house numbers along a street: odd ones left of the way it runs, even ones right."""
    spacing, width, depth, off, _ = FRONTS[street]
    number, first = 0, 0.0
    for (x1, y1), (x2, y2) in pairwise(STREETS[street]):
        stretch = math.hypot(x2 - x1, y2 - y1)
        ux, uy = (x2 - x1) / stretch, (y2 - y1) / stretch
        at = spacing * 0.6 + 12 if first == 0.0 else spacing * 0.3
        while at < stretch:
            for side in (1, -1):
                number += 1
                out = off + depth / 2
                x, y = x1 + ux * at - uy * out * side, y1 + uy * at + ux * out * side
                across = (width, depth) if abs(ux) > abs(uy) else (depth, width)
                yield number, around(x, y, *across)
            at += spacing
        first += stretch


def build() -> tuple[dict[str, Any], dict[str, Any]]:
    """The two files: what is a record, and the base."""
    chance = random.Random(SEED)
    streets = {one["id"]: one for one in _read("streets.toml")["street"]}
    communities = {one["id"]: one for one in _read("communities.toml")["community"]}
    keepers = {one["name"]: one for one in _read("buildings.toml")["building"]}
    told_sites = _read("sites.toml")
    office = _read("office.toml")["office"]
    ground = Ground()
    for street, line in STREETS.items():
        ground.way(line, 9 if streets[street]["kind"] == "street" else 4)
    for line in ROADS:
        ground.way(line, 8)
    for _, rect in GREENS.values():
        ground.taken.append(rect)
    ground.taken.append((-200, -200, 2500, 75))

    corners = _corners()
    drawn: list[dict[str, Any]] = [
        feature("boundary", "boundary", "Polygon", [tiled(BOUNDARY, corners)], name=office["name"])
    ]
    drawn += [
        feature(key, "community", "Polygon", [tiled(ring, corners)], name=communities[key]["name"])
        for key, ring in COMMUNITIES.items()
    ]
    drawn += [
        feature(key, "grid", "Polygon", [tiled(rect_ring(rect), corners)], name=key)
        for key, rect in sorted(GRIDS.items())
    ]
    drawn += [
        feature(key, streets[key]["kind"], "LineString", dense(line), name=streets[key]["name"])
        for key, line in STREETS.items()
    ]

    base: list[dict[str, Any]] = []

    def building(rect: Rect, name: str, street: str = "", number: str = "", *, gap: float = 3.0) -> bool:
        keeper = keepers.get(name)
        if not ground.put(rect, gap, keeper is None):
            return False
        if keeper is not None:
            drawn.append(
                feature(
                    keeper["id"], "building", "Polygon", house(rect), name=name, street=keeper["street"], number=number
                )
            )
        else:
            key = f"X{len(base) + 1:04d}"
            base.append(feature(key, "building", "Polygon", house(rect), name=name, street=street, number=number))
        return True

    for keeper in keepers.values():
        if keeper["id"] in SINGLE:
            assert building(around(*SINGLE[keeper["id"]]), keeper["name"], gap=1), keeper
    for site in told_sites["site"]:
        rect = around(*SITES[site["id"]])
        assert ground.put(rect, 1), site
        drawn.append(feature(site["id"], "site", "Polygon", house(rect), name=site["name"], street=site["street"]))
    for wanted in (True, False):  # the houses the roster knows come first, the others where room is left
        for street, (_, _, _, _, suffix) in FRONTS.items():
            for number, rect in fronts(street):
                name = f"{streets[street]['name']}{number}{suffix}"
                if (name in keepers) is wanted:
                    shrunk = _varied(rect, chance) if not wanted else rect
                    if not building(shrunk, name, street, str(number)) and wanted:
                        raise AssertionError((name, rect))
    for name, _, street, where, width, depth, across, along, suffix in ESTATES:
        number = 0
        for rect in _rows(where, width, depth, across, along):
            if building(rect, f"{name}{number + 1}{suffix}", street):
                number += 1
    for where, width, depth, across, along in PLAIN:
        for rect in _rows(where, width, depth, across, along):
            building(_varied(rect, chance), "")
    missing = set(keepers) - {one["properties"]["name"] for one in drawn}
    assert not missing, missing

    for kind in ("assembly", "shelter", "landmark", "post_site", "store"):
        for point in told_sites[kind]:
            drawn.append(feature(point["id"], kind, "Point", degrees(SPOTS[point["id"]]), name=point["name"]))
    drawn += [feature(key, "gate", "Point", degrees(spot), name=name) for key, (name, spot) in GATES.items()]
    drawn += [
        feature(f"V{number:02d}", "camera", "Point", degrees(spot), name=name)
        for number, (name, spot) in enumerate(CAMERAS, start=1)
    ]
    for name, spot in (("槐序大街", 1893), ("青榆路", 613), ("锦机路", 1103), ("河沿路", 117)):
        for number, x in enumerate(range(120, 1200, 180), start=1):
            key = f"H{len([one for one in base if one['id'].startswith('H')]) + 1:02d}"
            if x < {"锦机路": 920}.get(name, 2000):
                base.append(feature(key, "hydrant", "Point", degrees((x, spot)), name=f"{name}{number}号消火栓"))
    base += [feature(key, "green", "Polygon", [_wavy(rect)], name=name) for key, (name, rect) in GREENS.items()]
    base += [feature("RV1", "water", "Polygon", [_river()], name="澜川河")]
    base += [feature("RL1", "rail", "LineString", dense([(1892, 2150), (1892, -160)], 80), name="地铁2号线")]
    base += [feature(f"RD{n:02d}", "road", "LineString", dense(line)) for n, line in enumerate(ROADS, start=1)]
    return _collection(drawn), _collection(base)


def _varied(rect: Rect, chance: random.Random) -> Rect:
    """A house a little smaller than its plot."""
    west, south, east, north = rect
    trim_x, trim_y = (east - west) * chance.uniform(0, 0.14), (north - south) * chance.uniform(0, 0.18)
    return (west + trim_x, south + trim_y * 0.5, east - trim_x * 0.3, north - trim_y * 0.5)


def _rows(where: Rect, width: float, depth: float, across: float, along: float) -> Iterable[Rect]:
    west, south, east, north = where
    y = north - depth
    while y >= south:
        x = west
        while x + width <= east:
            yield (x, y, x + width, y + depth)
            x += width + across
        y -= depth + along


def _wavy(rect: Rect) -> list[list[float]]:
    west, south, east, north = rect
    cut = min(east - west, north - south) * 0.2
    ring = [
        *((west + cut, south), (east - cut, south), (east, south + cut), (east, north - cut)),
        *((east - cut, north), (west + cut, north), (west, north - cut), (west, south + cut)),
    ]
    told = [degrees(spot) for spot in ring]
    return [*told, told[0]]


def _river() -> list[list[float]]:
    xs = list(range(-180, 2500, 60))
    south = [(x, -128 + 16 * math.sin(x / 260)) for x in xs]
    north = [(x, 48 + 10 * math.sin(x / 310 + 1)) for x in reversed(xs)]
    told = [degrees(spot) for spot in (*south, *north)]
    return [*told, told[0]]


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / name).read_text("utf-8"))


def _collection(features: list[dict[str, Any]]) -> dict[str, Any]:
    return {"type": "FeatureCollection", "source": SOURCE, "features": features}


def text_of(collection: dict[str, Any]) -> str:
    """A file as it is committed: one feature a line."""
    lines = ",\n".join(json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in collection["features"])
    return f'{{"type":"FeatureCollection","source":"{collection["source"]}","features":[\n{lines}\n]}}\n'


def main() -> None:
    """Write both files."""
    folder = HERE / "map"
    folder.mkdir(exist_ok=True)
    for name, collection in zip(("places", "base"), build(), strict=True):
        (folder / f"{name}.geojson").write_text(text_of(collection), "utf-8")


if __name__ == "__main__":
    main()
