// From values to colours, as the figures of the page have them.

class Colours {
    constructor(tables, name, map) {
        this.name = name === "auto" ? (map.values.low < 0 ? "rdbu" : "inferno") : name;
        this.low = map.values.low;
        this.high = map.values.high;
        const digits = tables[this.name];
        this.table = new Uint8ClampedArray(3 * 256);
        for (let b = 0; b < this.table.length; b++) this.table[b] = parseInt(digits.slice(2 * b, 2 * b + 2), 16);
    }

    // Where the colour of a value begins in the table. One that diverges has its middle at 0.
    offset(value) {
        const part = this.name === "rdbu" ? 0.5 + value / this.high / 2 : (value - this.low) / (this.high - this.low);
        return 3 * Math.max(0, Math.min(255, Math.round(255 * part)));
    }

    css(value) {
        const at = this.offset(value);
        return `rgb(${this.table[at]}, ${this.table[at + 1]}, ${this.table[at + 2]})`;
    }
}
