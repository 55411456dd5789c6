// zlib's format (RFC 1950 and 1951) for browsers without DecompressionStream.

const LENGTHS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
const LENGTH_BITS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const DISTANCES = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193,
    12289, 16385, 24577,
];
const DISTANCE_BITS = DISTANCES.map((distance, n) => Math.max(0, (n >> 1) - 1));
const CODE_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const LONGEST_CODE = 15;

class BitReader {
    constructor(bytes) {
        this.bytes = bytes;
        this.at = 2; // behind zlib's header
        this.held = 0;
        this.count = 0;
    }

    bits(n) {
        while (this.count < n) {
            this.held |= this.bytes[this.at++] << this.count;
            this.count += 8;
        }
        const value = this.held & ((1 << n) - 1);
        this.held >>>= n;
        this.count -= n;
        return value;
    }

    // A canonical Huffman code, a bit at a time.
    symbol(tree) {
        let code = 0;
        let first = 0;
        let index = 0;
        for (let length = 1; length <= LONGEST_CODE; length++) {
            code |= this.bits(1);
            const count = tree.counts[length];
            if (code - count < first) return tree.symbols[index + code - first];
            index += count;
            first = (first + count) << 1;
            code <<= 1;
        }
        throw new Error("the maps are damaged");
    }

    toByte() {
        this.held = 0;
        this.count = 0;
    }
}

function huffman(lengths) {
    const counts = new Uint16Array(LONGEST_CODE + 1);
    for (const length of lengths) if (length > 0) counts[length]++;
    const symbols = [];
    for (let length = 1; length <= LONGEST_CODE; length++)
        lengths.forEach((other, symbol) => {
            if (other === length) symbols.push(symbol);
        });
    return {counts, symbols};
}

const FIXED_TREES = [
    huffman(Array.from({length: 288}, (_, n) => (n < 144 ? 8 : n < 256 ? 9 : n < 280 ? 7 : 8))),
    huffman(new Array(30).fill(5)),
];

function readTrees(reader) {
    const literals = reader.bits(5) + 257;
    const distances = reader.bits(5) + 1;
    const codes = reader.bits(4) + 4;
    const codeLengths = new Array(19).fill(0);
    for (let n = 0; n < codes; n++) codeLengths[CODE_ORDER[n]] = reader.bits(3);
    const tree = huffman(codeLengths);
    const lengths = [];
    while (lengths.length < literals + distances) {
        const symbol = reader.symbol(tree);
        if (symbol < 16) lengths.push(symbol);
        else {
            const value = symbol === 16 ? lengths[lengths.length - 1] : 0;
            const times = symbol === 16 ? 3 + reader.bits(2) : symbol === 17 ? 3 + reader.bits(3) : 11 + reader.bits(7);
            for (let n = 0; n < times; n++) lengths.push(value);
        }
    }
    return [huffman(lengths.slice(0, literals)), huffman(lengths.slice(literals))];
}

class ByteWriter {
    constructor() {
        this.bytes = new Uint8Array(1 << 16);
        this.length = 0;
    }

    push(byte) {
        if (this.length === this.bytes.length) {
            const larger = new Uint8Array(2 * this.length);
            larger.set(this.bytes);
            this.bytes = larger;
        }
        this.bytes[this.length++] = byte;
    }
}

function inflate(bytes) {
    const reader = new BitReader(bytes);
    const out = new ByteWriter();
    for (let last = 0; last === 0; ) {
        last = reader.bits(1);
        const type = reader.bits(2);
        if (type === 0) copyStored(reader, out);
        else decode(reader, out, type === 1 ? FIXED_TREES : readTrees(reader));
    }
    return out.bytes.slice(0, out.length);
}

function copyStored(reader, out) {
    reader.toByte();
    const length = reader.bytes[reader.at] | (reader.bytes[reader.at + 1] << 8);
    reader.at += 4;
    for (let n = 0; n < length; n++) out.push(reader.bytes[reader.at++]);
}

function decode(reader, out, [literals, distances]) {
    for (;;) {
        const symbol = reader.symbol(literals);
        if (symbol === 256) return;
        if (symbol < 256) {
            out.push(symbol);
            continue;
        }
        const length = LENGTHS[symbol - 257] + reader.bits(LENGTH_BITS[symbol - 257]);
        const code = reader.symbol(distances);
        const distance = DISTANCES[code] + reader.bits(DISTANCE_BITS[code]);
        for (let n = 0; n < length; n++) out.push(out.bytes[out.length - distance]);
    }
}
