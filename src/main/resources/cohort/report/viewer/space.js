// The voxels of the viewer: steps along x, y and z, in mm, in the files, and in the mask.

class Space {
    constructor(data, inside) {
        this.size = data.size;
        this.affine = data.affine;
        this.data = data;
        this.spacing = [0, 1, 2].map(s => Math.hypot(data.affine[s], data.affine[4 + s], data.affine[8 + s]));
        // To how many parts of a mm positions are rounded: to at most a tenth of a voxel, as in tables.
        this.parts = 10 ** (1 - Math.floor(Math.log10(Math.min(...this.spacing)) + 1e-9));
        // For each voxel its number in the mask, -1 outside.
        this.inMask = new Int32Array(inside.length).fill(-1);
        this.voxels = [];
        inside.forEach((flag, index) => {
            if (!flag) return;
            this.inMask[index] = this.voxels.length;
            this.voxels.push(index);
        });
    }

    index(at) {
        return at[0] + this.size[0] * (at[1] + this.size[1] * at[2]);
    }

    // The steps to a voxel of the mask.
    at(voxel) {
        const index = this.voxels[voxel];
        const [nx, ny] = this.size;
        return [index % nx, Math.floor(index / nx) % ny, Math.floor(index / nx / ny)];
    }

    contains(at) {
        return at.every((step, s) => step >= 0 && step < this.size[s]);
    }

    clamp(at) {
        return at.map((step, s) => Math.max(0, Math.min(this.size[s] - 1, Math.round(step))));
    }

    // The number in the mask, -1 outside.
    voxel(at) {
        return this.contains(at) ? this.inMask[this.index(at)] : -1;
    }

    mm(at) {
        return [0, 4, 8].map(
            row =>
                this.affine[row] * at[0] + this.affine[row + 1] * at[1] + this.affine[row + 2] * at[2] + this.affine[row + 3],
        );
    }

    // Positions as people read them.
    readable(at) {
        return this.mm(at).map(mm => Math.round((Math.round(mm * 1e6) / 1e6) * this.parts) / this.parts);
    }

    // Numbers of a voxel as the files count them, from 0.
    toFile(at) {
        const voxel = [0, 0, 0];
        for (let s = 0; s < 3; s++) voxel[this.data.axis[s]] = this.data.first[s] + this.data.step[s] * at[s];
        return voxel;
    }

    fromFile(voxel) {
        return [0, 1, 2].map(s => (voxel[this.data.axis[s]] - this.data.first[s]) * this.data.step[s]);
    }

    // The voxel uphill from one where |value| is greatest of all around.
    climb(values, voxel) {
        for (let top = voxel; ; voxel = top) {
            const [x, y, z] = this.at(voxel);
            for (let dz = -1; dz <= 1; dz++)
                for (let dy = -1; dy <= 1; dy++)
                    for (let dx = -1; dx <= 1; dx++) {
                        const other = this.voxel([x + dx, y + dy, z + dz]);
                        if (other >= 0 && Math.abs(values[other]) > Math.abs(values[top])) top = other;
                    }
            if (top === voxel) return voxel;
        }
    }
}
