// One of the three planes: what it draws, and what pointer and keys do to it.

const PLANES = [
    {name: "x", depth: 0, across: 1, up: 2, sides: ["P", "A"]},
    {name: "y", depth: 1, across: 0, up: 2, sides: ["L", "R"]},
    {name: "z", depth: 2, across: 0, up: 1, sides: ["L", "R"]},
];

class Plane {
    constructor(viewer, geometry) {
        this.viewer = viewer;
        this.geometry = geometry;
        this.box = document.getElementById(`viewer-${geometry.name}`);
        this.canvas = this.box.querySelector("canvas");
        this.label = this.box.querySelector("span");
        this.slider = this.box.querySelector("input");
        this.layer = document.createElement("canvas");
        const {size} = viewer.space;
        this.slider.max = size[geometry.depth] - 1;
        this.listen();
    }

    get isFlat() {
        const {size} = this.viewer.space;
        return size[this.geometry.across] === 1 || size[this.geometry.up] === 1;
    }

    extent(axis) {
        const {size, spacing} = this.viewer.space;
        return size[axis] * spacing[axis];
    }

    resize(scale) {
        this.width = Math.max(1, this.extent(this.geometry.across) * scale);
        this.height = Math.max(1, this.extent(this.geometry.up) * scale);
        const ratio = window.devicePixelRatio || 1;
        this.canvas.width = Math.round(this.width * ratio);
        this.canvas.height = Math.round(this.height * ratio);
        this.canvas.style.width = `${this.width}px`;
        this.canvas.style.height = `${this.height}px`;
    }

    paint(style) {
        const {viewer, geometry, canvas} = this;
        const g = canvas.getContext("2d");
        g.setTransform(1, 0, 0, 1, 0, 0);
        g.fillStyle = style.ground;
        g.fillRect(0, 0, canvas.width, canvas.height);
        const {ground} = viewer;
        this.draw(g, ground.parts, true, (index, inMask) => ground.gray(index, inMask, style));
        g.globalAlpha = viewer.state.opacity;
        this.draw(g, 1, false, (index, inMask) => (inMask >= 0 && viewer.isShown(inMask) ? viewer.colour(inMask) : null));
        g.globalAlpha = 1;
        this.crosshair(g, style);
        this.letters(g, style);
        const mm = viewer.space.readable(viewer.state.at)[geometry.depth];
        this.label.textContent = `${geometry.name} = ${millimetres(mm)} mm`;
        this.slider.value = viewer.state.at[geometry.depth];
        this.slider.setAttribute("aria-valuetext", this.label.textContent);
    }

    // Draws the layer at the crosshair, a pixel a voxel, so many along an edge of a voxel of the maps.
    draw(g, parts, smooth, colourOf) {
        const {space, state} = this.viewer;
        const {depth, across, up} = this.geometry;
        const width = space.size[across] * parts;
        const height = space.size[up] * parts;
        this.layer.width = width;
        this.layer.height = height;
        const pen = this.layer.getContext("2d");
        const image = pen.createImageData(width, height);
        const strides = [1, space.size[0] * parts, space.size[0] * space.size[1] * parts * parts];
        const base = (state.at[depth] * parts + (parts >> 1)) * strides[depth];
        for (let u = 0; u < height; u++)
            for (let a = 0; a < width; a++) {
                const index = base + a * strides[across] + u * strides[up];
                const colour = colourOf(index, parts === 1 ? space.inMask[index] : 0);
                if (colour === null) continue;
                const pixel = 4 * (a + (height - 1 - u) * width);
                image.data[pixel] = colour[0];
                image.data[pixel + 1] = colour[1];
                image.data[pixel + 2] = colour[2];
                image.data[pixel + 3] = 255;
            }
        pen.putImageData(image, 0, 0);
        g.imageSmoothingEnabled = smooth && parts > 1;
        g.drawImage(this.layer, 0, 0, this.canvas.width, this.canvas.height);
    }

    // The middle of the voxel under the crosshair in CSS pixels.
    middle() {
        const {space, state} = this.viewer;
        const {across, up} = this.geometry;
        return [
            ((state.at[across] + 0.5) / space.size[across]) * this.width,
            (1 - (state.at[up] + 0.5) / space.size[up]) * this.height,
        ];
    }

    // Two lines that leave the voxel itself free, light beneath dark.
    crosshair(g, style) {
        const ratio = this.canvas.width / this.width;
        const [x, y] = this.middle();
        const free = 6;
        g.setTransform(ratio, 0, 0, ratio, 0, 0);
        for (const [colour, width] of [[style.rim, 2.6], [style.line, 1]]) {
            g.strokeStyle = colour;
            g.lineWidth = width;
            g.beginPath();
            g.moveTo(0, y);
            g.lineTo(x - free, y);
            g.moveTo(x + free, y);
            g.lineTo(this.width, y);
            g.moveTo(x, 0);
            g.lineTo(x, y - free);
            g.moveTo(x, y + free);
            g.lineTo(x, this.height);
            g.stroke();
        }
    }

    letters(g, style) {
        g.font = "600 13px 'Helvetica Neue', 'Segoe UI', Arial, 'Liberation Sans', sans-serif";
        g.textBaseline = "top";
        g.lineJoin = "round";
        g.lineWidth = 3;
        g.strokeStyle = style.rim;
        g.fillStyle = style.line;
        this.geometry.sides.forEach((side, n) => {
            g.textAlign = n === 0 ? "left" : "right";
            const x = n === 0 ? 4 : this.width - 4;
            g.strokeText(side, x, 4);
            g.fillText(side, x, 4);
        });
    }

    // The steps to the voxel under a pointer.
    under(event) {
        const frame = this.canvas.getBoundingClientRect();
        const {space, state} = this.viewer;
        const {across, up} = this.geometry;
        const at = [...state.at];
        at[across] = Math.floor(((event.clientX - frame.left) / frame.width) * space.size[across]);
        at[up] = Math.floor((1 - (event.clientY - frame.top) / frame.height) * space.size[up]);
        return space.clamp(at);
    }

    step(axis, by) {
        const at = [...this.viewer.state.at];
        at[axis] += by;
        this.viewer.goTo(at);
    }

    listen() {
        const {canvas, viewer} = this;
        const {depth, across, up} = this.geometry;
        canvas.addEventListener("pointerdown", event => {
            if (event.button !== 0) return;
            canvas.focus({preventScroll: true});
            canvas.setPointerCapture(event.pointerId);
            viewer.goTo(this.under(event));
        });
        canvas.addEventListener("pointermove", event => {
            if (canvas.hasPointerCapture(event.pointerId)) viewer.goTo(this.under(event));
            else if (event.pointerType !== "touch") viewer.hover(this.under(event));
        });
        canvas.addEventListener("pointerleave", () => viewer.hover(null));
        // The page scrolls by the wheel until a plane is chosen.
        canvas.addEventListener(
            "wheel",
            event => {
                if (document.activeElement !== canvas || event.deltaY === 0) return;
                event.preventDefault();
                this.step(depth, event.deltaY < 0 ? 1 : -1);
            },
            {passive: false},
        );
        const keys = {
            ArrowLeft: [across, -1],
            ArrowRight: [across, 1],
            ArrowDown: [up, -1],
            ArrowUp: [up, 1],
            PageDown: [depth, -1],
            PageUp: [depth, 1],
        };
        canvas.addEventListener("keydown", event => {
            if (event.ctrlKey || event.altKey || event.metaKey) return;
            if (event.key === "Home") viewer.goToPeak();
            else if (event.key in keys) this.step(...keys[event.key]);
            else return;
            event.preventDefault();
        });
        this.slider.addEventListener("input", () => {
            const at = [...viewer.state.at];
            at[depth] = Number(this.slider.value);
            viewer.goTo(at);
        });
    }
}
