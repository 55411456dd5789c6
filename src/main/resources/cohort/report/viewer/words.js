// Numbers as the rest of the page writes them.

function minus(text) {
    return text.replace("-", "\u2212");
}

function fixed(number, decimals) {
    return minus((number + 0).toLocaleString("en-US", {minimumFractionDigits: decimals, maximumFractionDigits: decimals}));
}

function pValue(p) {
    if (p < 9.5e-5) return minus(p.toExponential(1));
    if (p < 0.000995) return minus(String(Number(p.toPrecision(2))));
    return p.toFixed(p < 0.1 ? 4 : 3);
}

function millimetres(mm) {
    return minus(String(Number(mm.toPrecision(6))));
}

// A number that a slider stands at, without digits that nobody asked for.
function rounded(number, digits) {
    return Number(number.toPrecision(digits));
}
