"""Landscapes drawn from a name: each scene paints a canvas with the chances its seed gives it."""

from __future__ import annotations

import math
from collections.abc import Callable
from random import Random

from PIL import Image, ImageDraw, ImageOps

Colour = tuple[int, int, int]
Scene = Callable[[Image.Image, Random], None]

_SKIES: tuple[tuple[Colour, Colour], ...] = (
    ((64, 110, 160), (214, 226, 232)),
    ((42, 60, 104), (238, 176, 132)),
    ((96, 128, 140), (222, 218, 204)),
    ((28, 44, 78), (126, 158, 186)),
    ((120, 164, 190), (246, 236, 214)),
)


def choose_scene(stem: str) -> Scene:
    """The scene that a picture's first word names; hills where it names none."""
    return _SCENES.get(stem.partition("-")[0], paint_hills)


def paint_sky(size: tuple[int, int], chance: Random) -> Image.Image:
    """A fresh canvas with a sky from zenith to horizon."""
    top, bottom = chance.choice(_SKIES)
    return _gradient(size, top, bottom)


def paint_hills(canvas: Image.Image, chance: Random) -> None:
    """Five ridges, one before the other, under a sun."""
    _sun(canvas, chance)
    far, near = (142, 160, 172), (34, 58, 52)
    for layer in range(5):
        level = 0.45 + 0.11 * layer
        _ridge(canvas, chance, level, _mix(far, near, layer / 4))


def paint_water(canvas: Image.Image, chance: Random) -> None:
    """Open water up to a line of hills, with the sun's road on it."""
    x = _sun(canvas, chance)
    _ridge(canvas, chance, 0.5, (88, 106, 122))
    _sea(canvas, chance, 0.58, x)


def paint_flood(canvas: Image.Image, chance: Random) -> None:
    """Roofs and tree tops standing in brown water."""
    _ridge(canvas, chance, 0.42, (110, 122, 124))
    _ridge(canvas, chance, 0.5, (74, 90, 86))
    width, height = canvas.size
    _lower(canvas, 0.56, (134, 116, 88), (78, 66, 52))
    draw = ImageDraw.Draw(canvas)
    for place in range(7):
        x = int(width * (place + chance.uniform(0.1, 0.7)) / 7)
        y = int(height * chance.uniform(0.6, 0.86))
        _house(draw, x, y, int(width * chance.uniform(0.05, 0.09)), chance)
    _ripples(canvas, chance, 0.6, (170, 152, 122))


def paint_skyline(canvas: Image.Image, chance: Random) -> None:
    """Two rows of houses with lit windows over a quay."""
    _sun(canvas, chance)
    _towers(canvas, chance, 0.35, (96, 112, 132))
    _towers(canvas, chance, 0.5, (46, 56, 76))
    _sea(canvas, chance, 0.84, canvas.width // 2)


def paint_port(canvas: Image.Image, chance: Random) -> None:
    """Gantry cranes over stacks of containers."""
    _towers(canvas, chance, 0.5, (128, 140, 150))
    width, height = canvas.size
    draw = ImageDraw.Draw(canvas)
    for place in range(4):
        _crane(draw, int(width * (0.06 + 0.24 * place)), height, chance)
    colours = ((168, 62, 48), (52, 98, 140), (196, 148, 60), (70, 120, 92))
    for column in range(16):
        for row in range(chance.randint(1, 4)):
            x, y = column * width // 16, int(height * 0.84) - row * height // 18
            box = (x, y - height // 18, x + width // 16 - 4, y - 3)
            draw.rectangle(box, fill=chance.choice(colours))
    _sea(canvas, chance, 0.85, width // 2)


def paint_bridge(canvas: Image.Image, chance: Random) -> None:
    """A cable-stayed bridge over a strait."""
    paint_water(canvas, chance)
    width, height = canvas.size
    draw = ImageDraw.Draw(canvas)
    deck, steel = int(height * 0.62), (232, 232, 226)
    for tower in (int(width * 0.3), int(width * 0.7)):
        top = int(height * 0.16)
        draw.rectangle((tower - 9, top, tower + 9, int(height * 0.8)), fill=steel)
        for step in range(1, 13):
            reach, hold = step * width * 0.0155, top + step * 6
            draw.line((tower, hold, tower - reach, deck), fill=steel, width=2)
            draw.line((tower, hold, tower + reach, deck), fill=steel, width=2)
    draw.rectangle((0, deck, width, deck + height // 60), fill=(66, 70, 78))


def paint_tunnel(canvas: Image.Image, chance: Random) -> None:
    """A metro platform: rings of light drawn to a vanishing point."""
    width, height = canvas.size
    draw = ImageDraw.Draw(canvas)
    hue = chance.choice(((24, 92, 110), (116, 52, 64), (60, 74, 128)))
    canvas.paste(hue, (0, 0, width, height))
    centre = (width * chance.uniform(0.42, 0.58), height * 0.45)
    for ring in range(14):
        size = 1.5 * 0.8**ring
        shade = _mix(hue, (245, 240, 220), (ring / 13) ** 1.6)
        box = _around(centre, width * size / 1.6, height * size)
        draw.rounded_rectangle(box, radius=int(height * size / 3), fill=shade)
    for side in (-1, 1):
        foot = centre[0] + side * width * 0.24
        draw.polygon(
            [centre, (foot - 14, height), (foot + 14, height)], fill=_mix(hue, (20, 20, 24), 0.7)
        )


def paint_stadium(canvas: Image.Image, chance: Random) -> None:
    """Stands full of people above a striped pitch."""
    width, height = canvas.size
    draw = ImageDraw.Draw(canvas)
    draw.rectangle((0, int(height * 0.22), width, int(height * 0.58)), fill=(56, 58, 70))
    shirts = ((206, 60, 52), (236, 232, 220), (38, 88, 156), (228, 190, 72))
    for _ in range(1800):
        x, y = chance.randrange(width), int(height * chance.uniform(0.24, 0.57))
        draw.ellipse((x, y, x + 9, y + 9), fill=chance.choice(shirts))
    for stripe in range(10):
        green = (58, 128, 66) if stripe % 2 else (72, 146, 78)
        x = stripe * width // 10
        draw.rectangle((x, int(height * 0.58), x + width // 10, height), fill=green)
    line = (238, 240, 234)
    draw.line((0, int(height * 0.6), width, int(height * 0.6)), fill=line, width=5)
    draw.ellipse(_around((width / 2, height * 0.84), width * 0.3, height * 0.2), None, line, 5)
    draw.line((width // 2, int(height * 0.6), width // 2, height), fill=line, width=5)


def paint_heat(canvas: Image.Image, chance: Random) -> None:
    """A white sun over dry ground."""
    canvas.paste(_gradient(canvas.size, (226, 120, 52), (250, 220, 150)))
    width, height = canvas.size
    draw = ImageDraw.Draw(canvas)
    x, y = width * chance.uniform(0.3, 0.7), height * 0.32
    for step in range(6):
        shade = _mix((240, 164, 84), (255, 250, 226), step / 5)
        draw.ellipse(_around((x, y), height * (0.62 - 0.08 * step)), fill=shade)
    for layer in range(4):
        shade = _mix((206, 138, 84), (106, 58, 38), layer / 3)
        _ridge(canvas, chance, 0.58 + 0.11 * layer, shade)


def paint_reef(canvas: Image.Image, chance: Random) -> None:
    """Glass sponges and particles in a lamp's light."""
    canvas.paste(_gradient(canvas.size, (16, 62, 92), (4, 16, 34)))
    width, height = canvas.size
    draw = ImageDraw.Draw(canvas)
    for _ in range(26):
        x, tall = chance.randrange(width), height * chance.uniform(0.15, 0.55)
        wide, pale = tall * chance.uniform(0.16, 0.3), chance.uniform(0.2, 0.8)
        shade = _mix((28, 70, 92), (224, 230, 214), pale)
        draw.polygon(
            [
                (x - wide * 0.3, height),
                (x - wide, height - tall * 0.9),
                (x + wide, height - tall * 0.9),
                (x + wide * 0.3, height),
            ],
            fill=shade,
        )
        rim = _around((x, height - tall * 0.9), wide * 2, wide * 0.6)
        draw.ellipse(rim, fill=_mix(shade, (10, 24, 40), 0.5), outline=shade, width=4)
    for _ in range(160):
        x, y = chance.randrange(width), chance.randrange(height)
        draw.ellipse((x, y, x + 4, y + 4), fill=(188, 210, 214))


def paint_chart(canvas: Image.Image, chance: Random) -> None:
    """A bar chart with a line over it."""
    width, height = canvas.size
    canvas.paste((250, 248, 242), (0, 0, width, height))
    draw = ImageDraw.Draw(canvas)
    left, right, base = int(width * 0.08), int(width * 0.94), int(height * 0.86)
    for step in range(6):
        y = base - step * height // 8
        draw.line((left, y, right, y), fill=(206, 202, 192), width=3)
    points: list[tuple[int, int]] = []
    for bar in range(12):
        tall = int(height * (0.16 + 0.04 * bar + chance.uniform(0, 0.12)))
        x = left + bar * (right - left) // 12
        shade = (186, 74, 52) if bar == 11 else (72, 112, 138)
        draw.rectangle((x + 14, base - tall, x + (right - left) // 12 - 14, base), fill=shade)
        points.append((x + (right - left) // 24, base - tall - height // 16))
    draw.line(points, fill=(40, 44, 52), width=6, joint="curve")


def _gradient(size: tuple[int, int], top: Colour, bottom: Colour) -> Image.Image:
    ramp = Image.linear_gradient("L").resize((1, size[1])).resize(size)
    return ImageOps.colorize(ramp, top, bottom)


def _lower(canvas: Image.Image, level: float, top: Colour, bottom: Colour) -> None:
    start = int(canvas.height * level)
    canvas.paste(_gradient((canvas.width, canvas.height - start), top, bottom), (0, start))


def _sun(canvas: Image.Image, chance: Random) -> int:
    x, y = canvas.width * chance.uniform(0.2, 0.8), canvas.height * chance.uniform(0.14, 0.34)
    size = canvas.height * chance.uniform(0.1, 0.16)
    ImageDraw.Draw(canvas).ellipse(_around((x, y), size), fill=(252, 240, 208))
    return int(x)


def _ridge(canvas: Image.Image, chance: Random, level: float, shade: Colour) -> None:
    width, height = canvas.size
    waves = [(chance.uniform(0.6, 5), chance.uniform(0, 6.3), 1 / (n + 1)) for n in range(4)]
    edge = []
    for x in range(0, width + 12, 12):
        swell = sum(
            a * math.sin(f * (n + 1) * x / width * 3 + p) for n, (f, p, a) in enumerate(waves)
        )
        edge.append((x, height * (level - 0.045 * swell)))
    ImageDraw.Draw(canvas).polygon([(0, height), *edge, (width + 12, height)], fill=shade)


def _sea(canvas: Image.Image, chance: Random, level: float, road: int) -> None:
    _lower(canvas, level, (84, 124, 150), (24, 48, 76))
    _ripples(canvas, chance, level + 0.02, (150, 182, 196))
    draw = ImageDraw.Draw(canvas)
    for _ in range(90):
        y = int(canvas.height * chance.uniform(level, 1))
        spread = (y - canvas.height * level) * 0.5 + 12
        x = int(road + chance.uniform(-spread, spread))
        draw.line((x - 22, y, x + 22, y), fill=(244, 226, 184), width=3)


def _ripples(canvas: Image.Image, chance: Random, level: float, shade: Colour) -> None:
    draw = ImageDraw.Draw(canvas)
    for _ in range(120):
        x, y = chance.randrange(canvas.width), int(canvas.height * chance.uniform(level, 1))
        draw.line((x, y, x + chance.randint(20, 90), y), fill=shade, width=2)


def _towers(canvas: Image.Image, chance: Random, level: float, shade: Colour) -> None:
    width, height = canvas.size
    draw, x = ImageDraw.Draw(canvas), 0
    while x < width:
        wide, top = chance.randint(60, 130), int(height * (level + chance.uniform(0, 0.2)))
        draw.rectangle((x, top, x + wide - 6, height), fill=shade)
        for wx in range(x + 12, x + wide - 24, 22):
            for wy in range(top + 14, int(height * 0.82), 34):
                if chance.random() < 0.3:
                    draw.rectangle((wx, wy, wx + 9, wy + 14), fill=(244, 214, 142))
        x += wide


def _house(draw: ImageDraw.ImageDraw, x: int, y: int, wide: int, chance: Random) -> None:
    wall = chance.choice(((214, 202, 180), (190, 172, 150), (226, 220, 206)))
    draw.rectangle((x, y - wide // 3, x + wide, y), fill=wall)
    roof = [
        (x - 8, y - wide // 3),
        (x + wide // 2, y - wide * 3 // 4),
        (x + wide + 8, y - wide // 3),
    ]
    draw.polygon(roof, fill=(142, 70, 54))


def _crane(draw: ImageDraw.ImageDraw, x: int, height: int, chance: Random) -> None:
    shade = chance.choice(((200, 74, 44), (44, 92, 138)))
    top, span = int(height * chance.uniform(0.2, 0.28)), height // 4
    for leg in (x, x + span // 2):
        draw.line((leg, top, leg, int(height * 0.85)), fill=shade, width=12)
    draw.line((x - span // 3, top, x + span, top), fill=shade, width=14)
    draw.line((x + span // 4, top - span // 3, x + span, top), fill=shade, width=5)
    draw.line((x + span // 4, top - span // 3, x - span // 3, top), fill=shade, width=5)


def _around(centre: tuple[float, float], wide: float, high: float | None = None) -> list[float]:
    x, y = centre
    across, down = wide / 2, (wide if high is None else high) / 2
    return [x - across, y - down, x + across, y + down]


def _mix(one: Colour, other: Colour, share: float) -> Colour:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


_SCENES: dict[str, Scene] = {
    "bridge": paint_bridge,
    "chart": paint_chart,
    "city": paint_skyline,
    "flood": paint_flood,
    "heat": paint_heat,
    "hills": paint_hills,
    "metro": paint_tunnel,
    "port": paint_port,
    "reef": paint_reef,
    "sea": paint_water,
    "stadium": paint_stadium,
}
