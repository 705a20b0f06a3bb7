import { isUtf8 } from 'node:buffer';
import { Busboy, type BusboyInstance } from '@fastify/busboy';
import { Fault, parseError } from '@scrip/rpc';
import { type FieldMap, FieldsOfBody } from './body-fields.ts';
import { LIMITS } from './limits.ts';

const BUSBOY_LIMITS = {
  fieldNameSize: LIMITS.nameBytes,
  fieldSize: LIMITS.valueBytes,
  fields: LIMITS.fields,
  parts: LIMITS.fields,
  files: 0,
  headerPairs: LIMITS.partHeaders,
  headerSize: LIMITS.partHeaderBytes,
};

/** Reads a form of parts (RFC 7578) in UTF-8. Raises parse_error for files, and for what is cut off or too much. */
export async function readMultipart(body: Uint8Array, contentType: string): Promise<FieldMap> {
  if (!isUtf8(body)) throw parseError('the body is not UTF-8');
  const busboy = busboyFor(contentType);
  const fields = new FieldsOfBody();
  let timer: NodeJS.Timeout | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      const refuse = (why: string) => reject(parseError(why));
      busboy.on('field', (name: string | undefined, value, nameCut, valueCut) => {
        if (name === undefined || nameCut || valueCut) return refuse(name === undefined ? 'a part has no name' : 'a field is too long');
        try {
          fields.add(name, value);
        } catch (error) {
          reject(error);
        }
      });
      busboy.on('filesLimit', () => refuse('files are not taken'));
      busboy.on('fieldsLimit', () => refuse(`the body has more than ${LIMITS.fields} fields`));
      busboy.on('partsLimit', () => refuse(`the body has more than ${LIMITS.fields} parts`));
      // Stays for as long as busboy does: an error that comes after the first one must not end the process.
      busboy.on('error', () => refuse('the body is no whole multipart form'));
      busboy.on('finish', resolve);
      timer = setTimeout(() => refuse('the body is no multipart form that comes to an end'), LIMITS.parse_ms);
      busboy.end(body);
    });
  } catch (error) {
    throw error instanceof Fault ? error : parseError('the body is no multipart form');
  } finally {
    clearTimeout(timer);
    busboy.destroy();
  }
  return fields.values;
}

function busboyFor(contentType: string): BusboyInstance {
  try {
    return new Busboy({ headers: { 'content-type': contentType }, limits: BUSBOY_LIMITS });
  } catch {
    throw parseError('the Content-Type names no boundary');
  }
}
