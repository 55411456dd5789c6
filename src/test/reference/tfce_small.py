"""Writes src/test/resources/cohort/cluster/tfce_small.csv: reference scores and clusters of the map of SmallMap.java.

Needs: pip install tfce==0.1.0 scipy. Run from the project's folder.
"""

import csv
import os

import numpy as np
import tfce
from scipy import ndimage

NX, NY, NZ = 9, 8, 7
THRESHOLD = 2
OUT = "src/test/resources/cohort/cluster/tfce_small.csv"

state, noise = 1, []
for _ in range((NX + 2) * (NY + 2) * (NZ + 2)):
    state = (1103515245 * state + 12345) % 2**31
    noise.append(state >> 23)
noise = np.array(noise).reshape((NX + 2, NY + 2, NZ + 2), order="F")
total = sum(
    noise[i : i + NX, j : j + NY, k : k + NZ] for i in range(3) for j in range(3) for k in range(3)
)
values = ((total - 3440) / 256.0).ravel(order="F")
values[::17] = 0
values = values.reshape((NX, NY, NZ), order="F")
print("values", values.min(), values.max(), "above the threshold", (values > THRESHOLD).sum())

columns = {"value": values}
for rank, connectivity in ((1, 6), (2, 18), (3, 26)):
    columns[f"tfce{connectivity}"] = tfce.tfce(values, connectivity=connectivity, E=0.5, H=2, two_sided=True)
    size, mass = np.zeros(values.shape), np.zeros(values.shape)
    for sign in (1, -1):
        labels, count = ndimage.label(sign * values > THRESHOLD, ndimage.generate_binary_structure(3, rank))
        index = np.arange(1, count + 1)
        sizes = ndimage.sum_labels(np.ones(values.shape), labels, index)
        masses = ndimage.sum_labels(sign * values - THRESHOLD, labels, index)
        size += np.concatenate([[0], sizes])[labels]
        mass += np.concatenate([[0], masses])[labels]
        print(connectivity, sign, count, "clusters, largest", sizes.max())
    columns[f"size{connectivity}"], columns[f"mass{connectivity}"] = size, mass
columns["tfce6_e1_h1.5"] = tfce.tfce(values, connectivity=6, E=1, H=1.5, two_sided=True)

os.makedirs(os.path.dirname(OUT), exist_ok=True)
with open(OUT, "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(columns)
    for row in zip(*(column.ravel(order="F") for column in columns.values())):
        writer.writerow(f"{x:.9g}" for x in row)
