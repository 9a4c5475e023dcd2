/** The list of cases in the browser: loads rows in pieces as they are needed, filters them, writes text and never markup. */
export const listScript = `(() => {
  const step = 100;
  const { words, ...data } = JSON.parse(document.getElementById('sagsdata').textContent);
  const form = document.getElementById('filter');
  const list = document.getElementById('sager');
  const status = document.getElementById('antal');
  const more = document.getElementById('flere');
  const number = new Intl.NumberFormat(data.locale);
  const rows = [];
  let loaded = 0;
  let loading = false;
  let limit = step;
  let asked = {};

  const fields = [...form.elements].filter((field) => field.name);
  const read = () => { asked = Object.fromEntries(fields.map(({ name, value }) => [name, value.trim()])); };
  const fromAddress = () => {
    const given = new URLSearchParams(location.hash.slice(1));
    for (const field of fields) {
      const value = given.get(field.name) ?? '';
      field.value = field.tagName === 'SELECT' && ![...field.options].some((option) => option.value === value) ? '' : value;
    }
    read();
  };
  const toAddress = () => {
    const said = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ''));
    history.replaceState(null, '', said.size === 0 ? location.pathname + location.search : '#' + said);
  };
  const load = () => {
    if (loading || loaded >= data.pieces) return;
    loading = true;
    const script = document.createElement('script');
    script.src = data.piece + (loaded + 1) + '.js';
    script.onerror = () => { status.textContent = words.broken; };
    document.head.append(script);
  };
  globalThis.maalestokCases = (piece) => {
    rows.push(...piece);
    loaded += 1;
    loading = false;
    draw();
  };

  const models = () => (asked.model === '' ? data.subjects : [data.models.indexOf(asked.model)]);
  const answersOf = (row) => models().map((at) => row.a[at]);
  const tests = {
    missed: (row) => answersOf(row).some(({ m }) => m.length > 0),
    missedByAll: (row) => row.d.some((_, at) => answersOf(row).every(({ m }) => m.includes(at))),
    invented: (row) => answersOf(row).some(({ n }) => n > 0),
    inventedByAll: (row) => answersOf(row).every(({ n }) => n > 0),
    falseAlarm: (row) => row.d.length === 0 && answersOf(row).some(({ n }) => n > 0),
    disagree: (row) => new Set(answersOf(row).map(({ s, m, f }) => JSON.stringify([s, m, f]))).size > 1,
    unanswered: (row) => answersOf(row).some(({ s }) => s !== null),
    right: (row) => answersOf(row).every(({ s, m, n }) => s === null && m.length + n === 0),
    discretion: (row) => row.j === 1,
    complete: (row) => row.o !== 'deficient',
    deficient: (row) => row.o === 'deficient',
  };
  const wanted = (row) =>
    (asked.search === '' || row.id.toLowerCase().includes(asked.search.toLowerCase())) &&
    (asked.type === '' || data.caseTypes[row.t].id === asked.type) &&
    (asked.municipality === '' || data.municipalities[row.k] === asked.municipality) &&
    (asked.code === '' || hasCode(row)) &&
    (asked.show === '' || tests[asked.show](row));
  const hasCode = (row) => {
    const at = data.codes.findIndex(({ id }) => id === asked.code);
    if (asked.show.startsWith('missed')) return answersOf(row).some(({ m }) => m.some((place) => row.d[place] === at));
    if (asked.show.startsWith('invented') || asked.show === 'falseAlarm') return answersOf(row).some(({ f }) => f.includes(at));
    return row.d.includes(at) || answersOf(row).some(({ f }) => f.includes(at));
  };

  const element = (name, text, kind) => {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    if (kind !== undefined) made.className = kind;
    return made;
  };
  const fill = (text, values) => text.replace(/\\{(\\w+)\\}/g, (_, name) => values[name]);
  const count = (n, { one, other }) => fill(n === 1 ? one : other, { n: number.format(n) });
  const tally = ({ s, m, n }, row) => {
    if (s !== null) return words.statuses[s];
    const wrong = count(n, words.wrong);
    if (row.d.length === 0) return n === 0 ? words.noneWrong : wrong;
    return fill(words.found, { found: number.format(row.d.length - m.length), all: number.format(row.d.length) }) + ', ' + wrong;
  };
  const line = (row) => {
    const item = element('li');
    const link = element('a', row.id);
    link.href = encodeURIComponent(row.p ?? 'sag-' + row.id) + '.html';
    const defects = row.d.map((at) => data.codes[at].name);
    const said = defects.length === 0 ? words.outcomes[row.o] : defects.join('; ');
    item.append(link, ' ', element('span', data.caseTypes[row.t].name + ' \\u00b7 ' + data.municipalities[row.k]));
    item.append(element('small', words.label + ': ' + said));
    const all = element('small', undefined, 'models');
    data.models.forEach((model, at) => {
      if (asked.model === '' || asked.model === model) all.append(element('span', model + ': ' + tally(row.a[at], row)));
    });
    item.append(all);
    return item;
  };
  const draw = () => {
    const found = rows.filter(wanted);
    const filtered = Object.entries(asked).some(([name, value]) => value !== '' && name !== 'model');
    list.replaceChildren(...found.slice(0, limit).map(line));
    const done = loaded >= data.pieces;
    if (!filtered) status.textContent = count(data.total, words.cases);
    else if (done) status.textContent = fill(words.matching, { n: number.format(found.length), total: number.format(data.total) });
    else status.textContent = fill(words.reading, { n: number.format(found.length), read: number.format(rows.length), total: number.format(data.total) });
    more.hidden = found.length <= limit && done;
    if (!done && (filtered || found.length <= limit)) load();
  };

  const changed = () => { read(); limit = step; toAddress(); draw(); };
  form.addEventListener('input', changed);
  form.addEventListener('reset', () => setTimeout(changed));
  form.addEventListener('submit', (event) => event.preventDefault());
  addEventListener('hashchange', () => { fromAddress(); limit = step; draw(); });
  more.addEventListener('click', () => {
    const next = list.children.length;
    limit += step;
    draw();
    list.children[next]?.querySelector('a').focus();
  });
  fromAddress();
  draw();
})();
`;
