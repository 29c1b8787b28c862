"""The edge towards Pelican: what turns views into files. Knows no language package and no converter."""
