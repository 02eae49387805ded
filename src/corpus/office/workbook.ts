import { scanXml } from '../xml/scan.js';

/** A sheet of a workbook, as the workbook's list has it. */
export interface ListedSheet {
  /** Name of its file in the archive; `undefined` where the list leads nowhere. */
  readonly file: string | undefined;
  readonly isHidden: boolean;
}

/**
 * The sheets of a workbook in their order. Those without a name are none.
 * @param workbook text of `xl/workbook.xml`
 * @param relations text of `xl/_rels/workbook.xml.rels`
 */
export function listedSheets(workbook: string, relations: string): readonly ListedSheet[] {
  const files = new Map<string, string>();
  for (const part of scanXml(relations)) {
    if (part.kind !== 'open' || part.name !== 'Relationship') continue;
    files.set(part.attributes.get('Id') ?? '', fileOf(part.attributes.get('Target') ?? ''));
  }
  const sheets: ListedSheet[] = [];
  for (const part of scanXml(workbook)) {
    if (part.kind !== 'open' || part.name !== 'sheet' || !part.attributes.get('name')) continue;
    const { attributes } = part;
    sheets.push({
      file: files.get(attributes.get('id') ?? ''),
      isHidden: (attributes.get('state') ?? 'visible') !== 'visible',
    });
  }
  return sheets;
}

/** A target is told from the archive's root, or from the workbook's folder. */
function fileOf(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}
