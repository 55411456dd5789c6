// The viewer: which map is shown, where, and from which value on.

// In CSS pixels.
const TALLEST = 340;
const WIDE = 560;

class Viewer {
    constructor(root, data, inside) {
        this.root = root;
        this.data = data;
        this.space = new Space(data, inside);
        this.cache = new Map();
        this.listed = data.contrasts.flatMap((contrast, c) => contrast.maps.map((map, m) => ({contrast: c, map: m})));
        this.state = {at: [0, 0, 0], pointer: null, opacity: 1, colours: "auto"};
    }

    static async open(root) {
        const data = JSON.parse(document.getElementById("viewer-data").textContent);
        const count = data.size[0] * data.size[1] * data.size[2];
        const viewer = new Viewer(root, data, flags(await unpack(data.mask), count));
        viewer.regions = await unpackRegions(data.regions, viewer.space.voxels.length);
        for (const part of document.querySelectorAll("[data-needs-script]")) part.hidden = false;
        viewer.planes = PLANES.map(geometry => new Plane(viewer, geometry));
        viewer.controls = new Controls(viewer);
        viewer.ground = await Ground.load(data.grounds[0], viewer.space);
        await viewer.show(0, 0);
        viewer.goToPeak();
        new Links(viewer);
        new ResizeObserver(() => viewer.layOut()).observe(root.querySelector(".planes"));
        matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => viewer.paint());
        root.dataset.ready = "true";
    }

    get contrast() {
        return this.data.contrasts[this.state.contrast];
    }

    get map() {
        return this.contrast.maps[this.state.map];
    }

    // The maps of corrected p, by which voxels may be hidden and which a voxel's reading names.
    get tests() {
        return this.contrast.maps.filter(map => map.test !== "");
    }

    async exact(contrast) {
        if (!this.cache.has(contrast)) {
            const bytes = await unpack(contrast.exact);
            this.cache.set(contrast, flags(bytes, this.space.voxels.length));
        }
        return this.cache.get(contrast);
    }

    async values(contrast, map) {
        if (!this.cache.has(map))
            this.cache.set(map, await unpackValues(map.values, await this.exact(contrast), contrast.kept));
        return this.cache.get(map);
    }

    // Shows a map with the threshold that it comes with.
    async show(contrast, map) {
        const chosen = this.data.contrasts[contrast];
        // Before its maps, which otherwise would each unpack it.
        await this.exact(chosen);
        await Promise.all(
            [chosen.maps[map], ...chosen.maps.filter(other => other.test !== "")].map(other => this.values(chosen, other)),
        );
        Object.assign(this.state, {contrast, map});
        this.isExact = this.cache.get(chosen);
        this.shownValues = this.cache.get(this.map);
        this.recolour();
        this.hideBy(new Threshold(this.map, this.map.threshold));
        this.controls.follow();
    }

    recolour() {
        this.colours = new Colours(this.data.colours, this.state.colours, this.map);
        this.controls.drawBar();
    }

    hideBy(threshold) {
        this.state.threshold = threshold;
        const values = this.cache.get(threshold.map);
        this.shown = new Uint8Array(values.length);
        for (let v = 0; v < values.length; v++) {
            const value = this.shownValues[v];
            this.shown[v] = Number(!isNaN(value) && value !== 0 && threshold.passes(values[v]));
        }
        this.controls.follow();
        this.controls.drawBar();
        this.paint();
    }

    isShown(voxel) {
        return this.shown[voxel] === 1;
    }

    colour(voxel) {
        const at = this.colours.offset(this.shownValues[voxel]);
        return this.colours.table.subarray(at, at + 3);
    }

    // How many voxels are shown; "about" where steps of the picture may hide or show one too many.
    get count() {
        const {threshold} = this.state;
        const values = this.cache.get(threshold.map);
        let count = 0;
        let unsure = false;
        for (let v = 0; v < values.length; v++) {
            count += this.shown[v];
            unsure ||= !this.isExact[v] && Math.abs(Math.abs(values[v]) - threshold.level) <= threshold.map.values.error;
        }
        return `${unsure ? "about " : ""}${count.toLocaleString("en-US")} of ${values.length.toLocaleString("en-US")} voxels`;
    }

    goTo(at) {
        this.state.at = this.space.clamp(at);
        this.state.pointer = null;
        this.paint();
        this.controls.announce();
    }

    hover(at) {
        this.state.pointer = at;
        this.controls.read();
    }

    // To where |value| is greatest of all that is shown; on the side that was tested, if anything is shown there.
    goToPeak() {
        const values = this.shownValues;
        const {side} = this.contrast;
        const isTested = v => side === 0 || values[v] * side > 0;
        const isHigher = (v, w) =>
            isTested(v) === isTested(w) ? Math.abs(values[v]) > Math.abs(values[w]) : isTested(v);
        let peak = -1;
        for (let v = 0; v < values.length; v++) if (this.shown[v] && (peak < 0 || isHigher(v, peak))) peak = v;
        this.goTo(peak < 0 ? this.space.size.map(size => size >> 1) : this.space.at(peak));
    }

    async background(n) {
        this.ground = await Ground.load(this.data.grounds[n], this.space);
        this.paint();
    }

    // All planes at one scale, side by side where there is room.
    layOut() {
        const box = this.root.querySelector(".planes");
        const [x, y] = this.planes;
        const lone = this.planes.filter(plane => !plane.isFlat);
        const shown = lone.length === 0 ? this.planes : lone;
        const gap = parseFloat(getComputedStyle(box).columnGap);
        const width = plane => plane.extent(plane.geometry.across);
        const wide = box.clientWidth >= WIDE;
        const row = wide || shown.length < 3 ? shown : [x, y];
        const room = box.clientWidth - gap * (row.length - 1);
        const total = row.reduce((sum, plane) => sum + width(plane), 0);
        const tallest = Math.max(...shown.map(plane => plane.extent(plane.geometry.up)));
        const scale = Math.min(room / total, TALLEST / tallest);
        for (const plane of this.planes) {
            plane.box.hidden = !shown.includes(plane);
            plane.resize(scale);
        }
        this.paint();
        this.controls.drawBar();
    }

    paint() {
        if (this.planes[0].width === undefined) this.layOut();
        const css = getComputedStyle(this.root.querySelector(".viewer"));
        const property = name => css.getPropertyValue(`--viewer-${name}`).trim();
        const style = {
            ground: property("ground"),
            mask: property("mask").split(" ").map(Number),
            line: property("line"),
            rim: property("rim"),
        };
        for (const plane of this.planes) if (!plane.box.hidden) plane.paint(style);
        this.controls.read();
    }

    // What there is to say of a voxel: position, numbers, value, corrected p and region.
    reading(at) {
        const facts = [
            ["Position", `${this.space.readable(at).map(millimetres).join(", ")} mm`],
            ["Voxel", this.space.toFile(at).join(", ")],
        ];
        const voxel = this.space.voxel(at);
        if (voxel < 0) return [...facts, ["Value", "not analysed"]];
        facts.push([this.map.kind === "P" ? "p" : this.map.symbol, this.words(this.map, voxel)]);
        const tests = this.tests.filter(test => test !== this.map);
        if (tests.length > 0)
            facts.push(["Corrected p", tests.map(test => `${this.words(test, voxel)} (${test.test})`).join(", ")]);
        if (this.regions !== null) facts.push(["Region", this.data.regions.names[this.regions[voxel] - 1] ?? "none"]);
        return facts;
    }

    // A value with the digits that it has; "\u2248" where only the picture's step is known.
    words(map, voxel) {
        const value = this.cache.get(map)[voxel];
        if (isNaN(value)) return "none";
        const isP = map.kind === "P";
        const known = this.isExact[voxel] || map.values.error <= (isP ? ROUNDING : 0.5 * 10 ** -map.decimals);
        return (known ? "" : "\u2248 ") + (isP ? pValue(10 ** -Math.abs(value)) : fixed(value, map.decimals));
    }
}
