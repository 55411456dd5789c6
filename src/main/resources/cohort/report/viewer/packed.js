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
    return Uint8Array.from({length: count}, (_, f) => (bytes[f >> 3] >> (f & 7)) & 1);
}

// The values of a map for each voxel of the mask: from 256 steps, but for those voxels that keep their own. NaN is none.
async function unpackValues(packed, exact, kept) {
    const bytes = await unpack(packed.data);
    const voxels = exact.length;
    const codes = sums(bytes, voxels);
    const step = (packed.high - packed.low) / 254;
    const values = Float32Array.from(codes, code => (code === 0 ? NaN : packed.low + (code - 1) * step));
    const own = new DataView(new ArrayBuffer(4));
    for (let v = 0, n = 0; v < voxels; v++) {
        if (!exact[v]) continue;
        for (let b = 0; b < 4; b++) own.setUint8(b, bytes[voxels + b * kept + n]);
        values[v] = own.getFloat32(0);
        n++;
    }
    return values;
}
