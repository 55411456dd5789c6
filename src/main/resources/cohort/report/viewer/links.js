// From the tables and the glass brains of the page to the viewer.

class Links {
    constructor(viewer) {
        this.viewer = viewer;
        for (const row of document.querySelectorAll("tr[data-voxel]")) this.listenToRow(row);
        for (const image of document.querySelectorAll("img[data-views]")) this.listenToGlass(image);
    }

    async go(contrast, at) {
        const {viewer} = this;
        if (viewer.state.contrast !== contrast) await viewer.show(contrast, 0);
        viewer.goTo(at);
        const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
        viewer.root.querySelector(".viewer").scrollIntoView({block: "nearest", behavior: calm ? "auto" : "smooth"});
    }

    listenToRow(row) {
        row.classList.add("linked");
        const cell = row.cells[0];
        const button = document.createElement("span");
        button.setAttribute("role", "button");
        button.setAttribute("aria-label", `${cell.textContent}: show in the viewer`);
        button.tabIndex = 0;
        button.append(...cell.childNodes);
        cell.append(button);
        const go = () => {
            const voxel = row.dataset.voxel.split(" ").map(Number);
            this.go(Number(row.dataset.contrast), this.viewer.space.fromFile(voxel));
        };
        row.addEventListener("click", go);
        button.addEventListener("keydown", event => {
            if (![" ", "Enter"].includes(event.key)) return;
            event.preventDefault();
            go();
        });
    }

    listenToGlass(image) {
        image.classList.add("linked");
        const views = JSON.parse(image.dataset.views);
        image.addEventListener("click", async event => {
            const x = event.offsetX / image.clientWidth;
            const y = event.offsetY / image.clientHeight;
            const view = views.find(v => x >= v.left && x <= v.left + v.width && y >= v.top && y <= v.top + v.height);
            if (view === undefined) return;
            const contrast = Number(image.dataset.contrast);
            if (this.viewer.state.contrast !== contrast) await this.viewer.show(contrast, 0);
            const across = view.from[0] + ((x - view.left) / view.width) * (view.to[0] - view.from[0]);
            const up = view.from[1] + ((y - view.top) / view.height) * (view.to[1] - view.from[1]);
            const peak = this.peakBehind(view, across, up);
            if (peak >= 0) this.go(contrast, this.viewer.space.at(peak));
        });
    }

    // The peak uphill from the strongest voxel that is shown along the line of sight, or else from the nearest to it.
    peakBehind(view, across, up) {
        const {space, shown, shownValues} = this.viewer;
        const reach = Math.max(...space.spacing) / 2;
        let best = -1;
        let distance = Infinity;
        for (let v = 0; v < shown.length; v++) {
            if (!shown[v]) continue;
            const mm = space.mm(space.at(v));
            if ((mm[0] - view.middle) * view.half < 0) continue;
            const away = Math.max(reach, Math.hypot(mm[view.across] - across, mm[view.up] - up));
            const stronger = best < 0 || Math.abs(shownValues[v]) > Math.abs(shownValues[best]);
            if (away < distance || (away === distance && stronger)) {
                best = v;
                distance = away;
            }
        }
        return best < 0 ? -1 : space.climb(shownValues, best);
    }
}
