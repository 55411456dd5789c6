// What is hidden: values up to a threshold of the map, or voxels whose corrected p is too large.

// Equal logarithms of p may differ by what float32 leaves of them.
const ROUNDING = 1e-6;
const SLIDER_STEPS = 1000;

class Threshold {
    // The map whose values are held against the threshold, and the value.
    constructor(map, level) {
        this.map = map;
        this.level = level;
    }

    get isP() {
        return this.map.kind === "P";
    }

    passes(value) {
        return this.isP ? Math.abs(value) >= this.level - ROUNDING : Math.abs(value) > this.level;
    }

    // As a number that the reader may change: p, or a value.
    get number() {
        return this.isP ? rounded(10 ** -this.level, 3) : rounded(this.level, 4);
    }

    withNumber(number) {
        if (!this.isP) return new Threshold(this.map, Math.max(0, number));
        return new Threshold(this.map, -Math.log10(Math.min(1, Math.max(1e-16, number))));
    }

    get position() {
        return Math.round((SLIDER_STEPS * this.level) / this.map.values.high);
    }

    // The slider runs from p = 1 to the least p, or from 0 to the largest value.
    withPosition(position) {
        const level = (this.map.values.high * position) / SLIDER_STEPS;
        return this.isP
            ? this.withNumber(rounded(10 ** -level, 2))
            : this.withNumber(rounded(level, 3));
    }

    get words() {
        return this.isP ? `p \u2264 ${pValue(this.number)}` : `|${this.map.symbol}| > ${minus(String(this.number))}`;
    }
}
