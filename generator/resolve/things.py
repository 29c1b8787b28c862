"""Things that reports call by several common nouns, so that "the reservoir" of one can be "the dam" of another."""

from __future__ import annotations

# What one report calls a reservoir, and another a dam: common nouns for one thing, the first stands for all.
ONE = {
    word: words.split()[0]
    for words in (
        "dam reservoir weir", "dyke dike levee embankment floodbank", "warehouse store storehouse depot",
        "probe spacecraft craft orbiter satellite lander", "ship vessel boat",
        "plane aircraft aeroplane airplane jet airliner",
        "factory plant works mill", "lorry truck", "footbridge bridge", "bus coach minibus minivan",
        "hacker intruder", "network computer system server", "gunman militant", "thief robber burglar",
        "painting picture canvas", "jail prison", "worker miner employee docker",
    )
    for word in words.split()
}  # fmt: skip
