// From text to bytes, and from bytes to values.

async function unpack(text) {
    const characters = atob(text);
    const bytes = new Uint8Array(characters.length);
    for (let b = 0; b < bytes.length; b++) bytes[b] = characters.charCodeAt(b);
    if (typeof DecompressionStream === "undefined") return inflate(bytes);
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
}

// Each byte is stored less the one before it.
function sums(bytes, count) {
    const summed = new Uint8Array(count);
    let sum = 0;
    for (let b = 0; b < count; b++) {
        sum = (sum + bytes[b]) & 255;
        summed[b] = sum;
    }
    return summed;
}

function flags(bytes, count) {
    const unpacked = new Uint8Array(count);
    for (let f = 0; f < count; f++) unpacked[f] = (bytes[f >> 3] >> (f & 7)) & 1;
    return unpacked;
}

// Whole numbers of some bytes each, of which all highest bytes come first.
function planes(bytes, from, size, count) {
    const numbers = new Uint32Array(count);
    for (let b = 0; b < size; b++)
        for (let n = 0; n < count; n++) numbers[n] = (numbers[n] << 8) | bytes[from + b * count + n];
    return numbers;
}

// The values of a map for each voxel of the mask: from 256 steps, but for those voxels that keep their own. NaN is none.
async function unpackValues(packed, exact, kept) {
    const bytes = await unpack(packed.data);
    const voxels = exact.length;
    const codes = sums(bytes, voxels);
    const step = (packed.high - packed.low) / 254;
    const values = new Float32Array(voxels);
    for (let v = 0; v < voxels; v++) values[v] = codes[v] === 0 ? NaN : packed.low + (codes[v] - 1) * step;
    const floats = packed.different || kept;
    const own = new Float32Array(planes(bytes, voxels, 4, floats).buffer);
    const ranks = packed.different ? planes(bytes, voxels + 4 * floats, 2, kept) : null;
    for (let v = 0, n = 0; v < voxels; v++) if (exact[v]) values[v] = own[ranks === null ? n++ : ranks[n++]];
    return values;
}

// For each voxel of the mask the number of its region from 1, 0 for none.
async function unpackRegions(regions, voxels) {
    return regions.names.length === 0 ? null : planes(await unpack(regions.data), 0, 3, voxels);
}
