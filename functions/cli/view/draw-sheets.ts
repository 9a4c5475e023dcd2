/**
 * A module for the browser that draws the pages of files: pictures as they are, pages of a PDF on a canvas with the quotes
 * marked. A case's page loads it where `maalestok view` serves it; files come from `../../files/<sha256>`.
 */
export const drawSheets = `const folded = (text) => text.replace(/\\s+/g, ' ').trim();
const addressOf = (figure) => new URL('../../files/' + figure.dataset.file, location.href);
const show = (figure, picture) => {
  const link = document.createElement('a');
  link.href = addressOf(figure) + (figure.dataset.type === 'application/pdf' ? '#page=' + figure.dataset.page : '');
  link.append(picture);
  figure.prepend(link);
  figure.classList.add('drawn');
};
const drawImage = (figure) => {
  const image = new Image();
  image.alt = figure.dataset.alt;
  image.src = addressOf(figure);
  image.onload = () => show(figure, image);
};
const files = new Map();
const open = async (address) => {
  const { getDocument } = await import('./pdfjs.mjs');
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(answer.statusText);
  return getDocument({ data: new Uint8Array(await answer.arrayBuffer()), isEvalSupported: false }).promise;
};
const drawPage = async (figure) => {
  const address = String(addressOf(figure));
  if (!files.has(address)) files.set(address, open(address));
  const page = await (await files.get(address)).getPage(Number(figure.dataset.page));
  const wide = figure.clientWidth * Math.min(2, devicePixelRatio || 1);
  const viewport = page.getViewport({ scale: wide / page.getViewport({ scale: 1 }).width });
  const canvas = document.createElement('canvas');
  canvas.width = viewport.width;
  canvas.height = viewport.height;
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', figure.dataset.alt);
  const context = canvas.getContext('2d');
  await page.render({ canvasContext: context, viewport }).promise;
  const { items } = await page.getTextContent();
  mark(context, viewport, items, JSON.parse(figure.dataset.quotes));
  show(figure, canvas);
};
const mark = (context, viewport, items, quotes) => {
  let text = '';
  const spans = items.map((item) => {
    const start = text.length;
    text = text + folded(item.str) + ' ';
    return { start, end: text.length - 1, item };
  });
  text = text.replace(/ /g, ' ');
  context.globalCompositeOperation = 'multiply';
  context.fillStyle = '#ffe08a';
  for (const quote of quotes) {
    const at = text.indexOf(folded(quote));
    if (at < 0) continue;
    for (const { start, end, item } of spans) {
      if (end <= at || start >= at + folded(quote).length || item.str.trim() === '') continue;
      const [a, b, , , x, y] = item.transform;
      context.save();
      context.transform(...viewport.transform);
      context.translate(x, y);
      context.rotate(Math.atan2(b, a));
      context.fillRect(0, -item.height * 0.25, item.width, item.height * 1.25);
      context.restore();
    }
  }
};
const seen = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    seen.unobserve(target);
    if (target.dataset.type === 'application/pdf') drawPage(target).catch(() => target.classList.add('undrawn'));
    else drawImage(target);
  }
}, { rootMargin: '400px' });
for (const figure of document.querySelectorAll('.sheet')) seen.observe(figure);
`;
