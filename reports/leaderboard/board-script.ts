/** The filters of the leaderboard in the browser: hide rows and parts, keep the choice in the address, write text and never markup. */
export const boardScript = `(() => {
  const form = document.getElementById('filter');
  const status = document.getElementById('antal');
  const words = JSON.parse(document.getElementById('ord').textContent);
  const number = new Intl.NumberFormat(words.locale);
  const fields = [...form.elements].filter((field) => field.name);
  const marks = [...document.querySelectorAll('[data-kind]')];
  let asked = {};

  const read = () => { asked = Object.fromEntries(fields.map(({ name, value }) => [name, value])); };
  const fromAddress = () => {
    const given = new URLSearchParams(location.hash.slice(1));
    for (const field of fields) {
      const value = given.get(field.name) ?? '';
      field.value = [...field.options].some((option) => option.value === value) ? value : '';
    }
    read();
  };
  const toAddress = () => {
    const said = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ''));
    history.replaceState(null, '', said.size === 0 ? location.pathname + location.search : '#' + said);
  };
  const wants = (name, value) => !asked[name] || asked[name] === value;
  const draw = () => {
    for (const part of document.querySelectorAll('[data-version]')) part.hidden = !wants('version', part.dataset.version);
    for (const part of document.querySelectorAll('[data-type]')) {
      part.hidden = !wants('type', part.dataset.type);
      if (asked.type === part.dataset.type) part.open = true;
    }
    for (const part of document.querySelectorAll('[data-all]')) part.hidden = Boolean(asked.type);
    for (const mark of marks) mark.closest('tr').hidden = !wants('kind', mark.dataset.kind) || !wants('provenance', mark.dataset.provenance);
    const inType = (mark) => mark.closest('[data-type]');
    const scope = marks.filter((mark) => (asked.type ? inType(mark)?.dataset.type === asked.type : inType(mark) === null));
    const shown = scope.filter((mark) => mark.closest('[hidden]') === null);
    const said = { n: number.format(shown.length), total: number.format(scope.length) };
    status.textContent = shown.length === 0 ? words.none : words.shown.replace(/\\{(\\w+)\\}/g, (_, name) => said[name]);
  };
  const changed = () => { read(); toAddress(); draw(); };
  form.addEventListener('input', changed);
  form.addEventListener('reset', () => setTimeout(changed));
  form.addEventListener('submit', (event) => event.preventDefault());
  addEventListener('hashchange', () => { fromAddress(); draw(); });
  form.hidden = false;
  fromAddress();
  draw();
})();
`;
