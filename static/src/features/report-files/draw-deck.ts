import PptxGenJS from 'pptxgenjs';
import type { Deck, Slide } from './deck';
import { type Colour, colourWord } from './words';

/** Inches of a wide slide. */
const WIDTH = 13.33;
const MARGIN = 0.6;
const INNER = WIDTH - 2 * MARGIN;

/** Dark enough on white, and white enough on them. */
const FILL: Readonly<Record<Colour, string>> = { green: '1F845A', amber: '946F00', red: 'C9372C' };
const INK = '172B4D';
const PALE = 'F1F2F4';
const WHITE = 'FFFFFF';
const FONT = 'Arial';
/** Points: a table of few rows is read from the back of the room. */
const fontOf = (rows: number): number => (rows <= 5 ? 16 : 14);

/** A PowerPoint file of these slides: text and tables that people can edit, no pictures. */
export function drawDeck({ cover, slides }: Deck): PptxGenJS {
  const file = new PptxGenJS();
  file.layout = 'LAYOUT_WIDE';
  file.title = cover.title;
  file.company = 'Docket';
  drawCover(file, cover);
  for (const slide of slides) drawSlide(file, slide);
  return file;
}

function drawCover(file: PptxGenJS, { title, colour, lines }: Deck['cover']): void {
  const slide = file.addSlide();
  const base = { x: MARGIN, w: INNER, fontFace: FONT, color: INK, margin: 0 };
  slide.addText(title, { ...base, y: 1.6, h: 1.4, fontSize: 36, bold: true, fit: 'shrink' });
  slide.addText(colourWord(colour), {
    ...{ x: MARGIN, y: 3.2, w: 2.6, h: 0.7, fontFace: FONT, fontSize: 22, bold: true, align: 'center' },
    color: WHITE,
    fill: { color: FILL[colour] },
  });
  slide.addText(lines.join('\n'), { ...base, y: 4.2, h: 1.8, fontSize: 18, valign: 'top' });
}

function drawSlide(file: PptxGenJS, { title, lines, table }: Slide): void {
  const slide = file.addSlide();
  const base = { x: MARGIN, w: INNER, fontFace: FONT, color: INK };
  slide.addText(title, { ...base, margin: 0, y: 0.35, h: 0.8, fontSize: 28, bold: true });
  if (lines.length > 0)
    slide.addText(lines.join('\n'), { ...base, margin: 0, y: 1.15, h: 0.5, fontSize: 16, valign: 'top' });
  if (table === null) return;
  const all = table.widths.reduce((sum, width) => sum + width, 0);
  const head = table.titles.map((text) => ({ text, options: { bold: true, fill: { color: PALE } } }));
  const rows = table.rows.map((row) =>
    row.map(({ text, colour }) => ({
      text,
      options: colour ? { bold: true, color: WHITE, fill: { color: FILL[colour] } } : {},
    })),
  );
  slide.addTable([head, ...rows], {
    ...base,
    y: lines.length > 0 ? 1.75 : 1.35,
    colW: table.widths.map((width) => (width / all) * INNER),
    fontSize: fontOf(rows.length),
    valign: 'middle',
    border: { type: 'solid', pt: 0.5, color: 'C1C7D0' },
  });
}
