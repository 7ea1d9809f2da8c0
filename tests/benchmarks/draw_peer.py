"""Draws a body with a lit liver as a picture of 1080 x 1080 px with pyanatomogram: `draw_peer.py OUT.png`."""

from __future__ import annotations

import sys

import matplotlib
import pyanatomogram

matplotlib.use("Agg")
from matplotlib import pyplot as plt

body = pyanatomogram.Anatomogram("homo_sapiens.male")
body.highlight_tissues({"liver": 1.0}, cmap="Reds")
figure, axes = plt.subplots(figsize=(10.8, 10.8), dpi=100)
body.to_matplotlib(ax=axes)
figure.savefig(sys.argv[1])
