// The controls and what is written beside the planes.

class Controls {
    constructor(viewer) {
        this.viewer = viewer;
        for (const name of ["map", "rule", "slider", "number", "ground", "colours", "opacity", "bar", "legend", "facts", "count", "live", "peak"])
            this[name] = document.getElementById(`viewer-${name}`);
        this.fill();
        this.listen();
    }

    fill() {
        const {data} = this.viewer;
        data.contrasts.forEach((contrast, c) => {
            const group = document.createElement("optgroup");
            group.label = contrast.title;
            contrast.maps.forEach((map, m) => group.append(new Option(map.title, `${c} ${m}`)));
            if (data.contrasts.length === 1) this.map.append(...group.children);
            else this.map.append(group);
        });
        data.grounds.forEach((ground, n) => this.ground.append(new Option(ground.title, n)));
        this.ground.append(new Option("None", data.grounds.length));
        this.colours.append(new Option("Automatic", "auto"));
        for (const name of Object.keys(data.colours)) this.colours.append(new Option(name, name));
        this.slider.max = SLIDER_STEPS;
    }

    listen() {
        const {viewer} = this;
        this.map.addEventListener("change", () => viewer.show(...this.map.value.split(" ").map(Number)));
        this.rule.addEventListener("change", () => {
            const map = this.rules()[this.rule.value];
            viewer.hideBy(new Threshold(map, map.threshold));
        });
        this.slider.addEventListener("input", () =>
            viewer.hideBy(viewer.state.threshold.withPosition(Number(this.slider.value))),
        );
        this.number.addEventListener("change", () => {
            if (this.number.value === "") this.follow();
            else viewer.hideBy(viewer.state.threshold.withNumber(Number(this.number.value)));
        });
        this.ground.addEventListener("change", () => viewer.background(Number(this.ground.value)));
        this.colours.addEventListener("change", () => {
            viewer.state.colours = this.colours.value;
            viewer.recolour();
            viewer.paint();
        });
        this.opacity.addEventListener("input", () => {
            viewer.state.opacity = Number(this.opacity.value) / 100;
            viewer.paint();
        });
        this.peak.addEventListener("click", () => viewer.goToPeak());
    }

    // By which maps voxels may be hidden.
    rules() {
        const {map, tests} = this.viewer;
        return [map, ...tests.filter(test => test !== map)];
    }

    // Brings the controls to what is shown.
    follow() {
        const {state, map} = this.viewer;
        this.map.value = `${state.contrast} ${state.map}`;
        const rules = this.rules();
        this.rule.replaceChildren(
            ...rules.map((rule, n) => new Option(rule.kind === "P" ? rule.title : `|${map.symbol}|`, n)),
        );
        this.rule.value = rules.indexOf(state.threshold.map);
        this.number.value = state.threshold.number;
        this.slider.value = state.threshold.position;
        this.slider.setAttribute("aria-valuetext", state.threshold.words);
    }

    // The colours from the least to the largest value, pale where values are hidden.
    drawBar() {
        const {colours, state, map} = this.viewer;
        const g = this.bar.getContext("2d");
        const {width, height} = this.bar;
        const low = map.values.low;
        const high = map.values.high;
        g.clearRect(0, 0, width, height);
        for (let x = 0; x < width; x++) {
            const value = low + ((high - low) * (x + 0.5)) / width;
            const hidden = state.threshold !== undefined && state.threshold.map === map && !state.threshold.passes(value);
            g.globalAlpha = hidden ? 0.15 : 1;
            g.fillStyle = colours.css(value);
            g.fillRect(x, 0, 1, height);
        }
        const ends = map.kind === "P" && low === 0 ? ["p = 1", `p = ${pValue(10 ** -high)}`] : [fixed(low, map.decimals), fixed(high, map.decimals)];
        this.legend.textContent = `${map.title}, from ${ends[0]} to ${ends[1]}`;
        this.bar.setAttribute("aria-label", `Colours of ${this.legend.textContent}`);
    }

    // Writes down what is under the pointer, or else under the crosshair.
    read() {
        const {viewer} = this;
        const at = viewer.state.pointer ?? viewer.state.at;
        this.facts.replaceChildren(
            ...viewer.reading(at).flatMap(([term, words]) => {
                const name = document.createElement("dt");
                const description = document.createElement("dd");
                name.textContent = term;
                description.textContent = words;
                return [name, description];
            }),
        );
        this.facts.classList.toggle("pointed", viewer.state.pointer !== null);
        this.count.textContent = `Shown where ${viewer.state.threshold.words}: ${viewer.count}.`;
    }

    // Tells a screen reader what is under the crosshair, once that rests.
    announce() {
        clearTimeout(this.announcement);
        this.announcement = setTimeout(() => {
            this.live.textContent = this.viewer
                .reading(this.viewer.state.at)
                .map(([term, words]) => `${term} ${words}`)
                .join("; ");
        }, 250);
    }
}
