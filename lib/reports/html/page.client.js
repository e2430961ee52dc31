(() => {
  const PAGE = 50;
  const PRINTED = 500;
  const byId = (id) => document.getElementById(id);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  // Light or dark.
  byId("theme").addEventListener("click", () => {
    const { dataset } = document.documentElement;
    const isDark = dataset.look
      ? dataset.look === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches;
    dataset.look = isDark ? "light" : "dark";
    try {
      localStorage.setItem("landfall-look", dataset.look);
    } catch {
      // Kept for this page only.
    }
  });

  // The map: countries shaded for what is chosen, told in words on the way.
  const { countries, names, answers, patterns } = JSON.parse(byId("shading").textContent);
  const kind = byId("kind");
  const map = byId("map");
  const readout = byId("readout");
  const words = {
    blocked: "blocked",
    warned: "allowed, with a warning",
    authorized: "authorized",
    allowed: "allowed",
  };
  const answerIn = (country) => answers[patterns[Number(kind.value)][countries.indexOf(country)]];
  const chosen = () => kind.selectedOptions[0].textContent;
  function shade() {
    for (const land of all(".land [data-c]", map)) land.dataset.v = answerIn(land.dataset.c).answer;
    readout.textContent = `Shaded for ${chosen()} under the policy, quantities aside.`;
  }
  function tell(target) {
    const at = target.closest?.("[data-c]");
    if (!at) return;
    const country = at.dataset.c;
    const { answer, note } = answerIn(country);
    const spot = at.getAttribute("aria-label")?.replace(" Shows its placements.", "");
    const law = `${names[countries.indexOf(country)]}: ${chosen()} ${words[answer]}${note ? ` (${note})` : ""}.`;
    readout.textContent = spot ? `${spot} ${law}` : law;
  }
  kind.addEventListener("change", shade);
  map.addEventListener("pointerover", ({ target }) => tell(target));
  map.addEventListener("focusin", ({ target }) => tell(target));
  for (const view of all("[name=view]")) {
    view.addEventListener("change", () => {
      const { scale } = view.dataset;
      map.setAttribute("viewBox", view.value);
      map.classList.toggle("near", scale !== "1");
      for (const mark of all(".fixed", map)) {
        mark.setAttribute("transform", `translate(${mark.dataset.at}) scale(${scale})`);
      }
      for (const hatch of all("pattern", map)) {
        hatch.setAttribute("patternTransform", `${hatch.dataset.turn ?? ""} scale(${scale})`);
      }
    });
  }

  // Tables: rows are taken out and put back by the page, so that thousands stay quick.
  const search = byId("search");
  const filters = all("[data-filter-by]");
  const tables = all("table.paged").map((table) => {
    const body = table.tBodies[0];
    const rows = [...body.rows].map((row, order) => ({
      row,
      order,
      text: row.textContent.toLowerCase(),
      values: Object.fromEntries(
        ["answer", "class", "country", "stack"].map((name) => [name, row.dataset[name].split("\n")]),
      ),
    }));
    const count = byId(table.getAttribute("aria-describedby"));
    const pages = all("[data-page]", count.parentElement);
    return { table, body, rows, found: rows, page: 0, count, pages, name: table.id.replace("-table", "") };
  });

  function draw(one, size = PAGE) {
    const { found, page, rows, body, count, pages } = one;
    const start = page * size;
    const shown = found.slice(start, start + size);
    body.replaceChildren(...shown.map(({ row }) => row));
    const number = (value) => value.toLocaleString("en-US");
    const part = shown.length === 0 ? "None" : `${number(start + 1)} to ${number(start + shown.length)}`;
    const of = found.length === rows.length ? "" : `, filtered from ${number(rows.length)}`;
    count.textContent = `${part} of ${number(found.length)}${of}`;
    for (const button of pages) {
      const next = page + Number(button.dataset.page);
      button.disabled = next < 0 || next * size >= found.length;
    }
  }

  function filter() {
    const wanted = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const chosenBy = filters.filter(({ value }) => value !== "");
    for (const one of tables) {
      one.found = one.rows.filter(
        ({ text, values }) =>
          wanted.every((word) => text.includes(word)) &&
          chosenBy.every(({ dataset, value }) => values[dataset.filterBy].includes(value)),
      );
      one.page = 0;
      draw(one);
    }
  }

  function sort(one, button) {
    const head = button.closest("th");
    const down = head.getAttribute("aria-sort") === "ascending";
    for (const other of all("th[aria-sort]", one.table)) other.setAttribute("aria-sort", "none");
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const { sort: by } = button.dataset;
    const worst = ["blocked", "warned", "authorized", "allowed"];
    const keyOf = ({ row }) => {
      if (by === "count" || by === "tpp") return Number(row.dataset.n.split(" ")[by === "count" ? 0 : 1]);
      if (by === "answer") return worst.indexOf(row.dataset.answer);
      return row.cells[head.cellIndex].textContent;
    };
    const keys = new Map(one.rows.map((entry) => [entry, keyOf(entry)]));
    const compare = new Intl.Collator("en", { numeric: true }).compare;
    one.rows.sort((a, b) => {
      const [x, y] = [keys.get(a), keys.get(b)];
      const order = typeof x === "number" ? x - y : compare(x, y);
      return (down ? -order : order) || a.order - b.order;
    });
    filter();
  }

  for (const one of tables) {
    for (const button of one.pages) {
      button.addEventListener("click", () => {
        one.page += Number(button.dataset.page);
        draw(one);
      });
    }
    for (const button of all("[data-sort]", one.table)) {
      button.addEventListener("click", () => sort(one, button));
    }
  }
  let waiting;
  search.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(filter, 80);
  });
  for (const select of filters) select.addEventListener("change", filter);

  function searchFor(text) {
    for (const select of filters) select.value = "";
    search.value = text;
    filter();
  }
  byId("clear").addEventListener("click", () => {
    searchFor("");
    search.focus();
  });
  for (const spot of all("a.spot", map)) {
    spot.addEventListener("click", () => searchFor(spot.dataset.filter));
  }
  for (const pick of all("[data-pick]")) {
    pick.addEventListener("click", () => {
      searchFor(pick.dataset.pick);
      byId("placements").scrollIntoView();
    });
  }

  // Printed: more rows, and what they hold.
  let opened = [];
  addEventListener("beforeprint", () => {
    for (const one of tables) {
      one.page = 0;
      draw(one, PRINTED);
    }
    opened = all("details:not([open])");
    for (const detail of opened) detail.open = true;
  });
  addEventListener("afterprint", () => {
    for (const detail of opened) detail.open = false;
    for (const one of tables) draw(one);
  });

  shade();
  filter();
})();
