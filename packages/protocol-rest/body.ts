import { type HttpRequest, mediaType } from '@scrip/http';
import { invalidRequest, isStruct, parseBoundedJson } from '@scrip/rpc';
import { type FieldMap, FieldsOfBody } from './body-fields.ts';
import { readMultipart } from './multipart.ts';
import { readUrlencoded } from './urlencoded.ts';

/**
 * The fields of a body: urlencoded, multipart without files, or an object of JSON; all in UTF-8. No body has none. Raises
 * invalid_request or parse_error where it is of another type, is not what its type says, or holds too much.
 */
export async function readBody(request: HttpRequest): Promise<FieldMap> {
  const { body } = request;
  if (body.length === 0) return new FieldsOfBody().values;
  const type = mediaType(request);
  switch (type) {
    case 'application/x-www-form-urlencoded':
      return readUrlencoded(body);
    case 'multipart/form-data':
      return readMultipart(body, String(request.headers['content-type']));
    case 'application/json':
      return readJson(body);
    default:
      throw invalidRequest(`the Content-Type is ${JSON.stringify(type.slice(0, 80))}; forms and application/json are taken`);
  }
}

function readJson(body: Uint8Array): FieldMap {
  const value = parseBoundedJson(body);
  if (!isStruct(value)) throw invalidRequest('a JSON body is an object whose members are the fields');
  const fields = new FieldsOfBody();
  for (const [name, member] of Object.entries(value)) fields.add(name, member);
  return fields.values;
}
