// What the map lies on.

class Ground {
    constructor(parts, grays) {
        this.parts = parts;
        this.grays = grays;
        this.pixel = [0, 0, 0];
    }

    static async load(packed, space) {
        if (packed.data === "") return new Ground(1, null);
        const bytes = await unpack(packed.data);
        return new Ground(packed.parts, sums(bytes, space.inMask.length * packed.parts ** 3));
    }

    // The colour of a voxel, null for none.
    gray(index, inMask, style) {
        if (this.grays === null) return inMask < 0 ? null : style.mask;
        const gray = this.grays[index];
        if (gray === 0) return null;
        this.pixel.fill(32 + (212 * (gray - 1)) / 254);
        return this.pixel;
    }
}
