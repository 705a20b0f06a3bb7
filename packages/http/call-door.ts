import { answerCalls, type Codec } from './calls.ts';
import type { Address, Door, HttpRequest } from './message.ts';
import { mediaType, refusalReply } from './replies.ts';

/** A codec that is told by the media type of the body. */
export interface MediaCodec extends Codec {
  /** In lower case, without parameters; `''` where a missing header is taken too. */
  readonly mediaTypes: readonly string[];
}

export interface CallDoorOptions {
  readonly name: string;
  readonly addresses: readonly Address[];
  /** The first that takes the body's media type reads it. */
  readonly codecs: readonly MediaCodec[];
  /** A codec that the body itself asks for, whatever the header says. */
  readonly chosenBy?: (body: Uint8Array) => MediaCodec | undefined;
}

/** A door that runs calls, with 415 for media types that none of its codecs takes. */
export function callDoor({ name, addresses, codecs, chosenBy = () => undefined }: CallDoorOptions): Door {
  const wanted = [...new Set(codecs.flatMap((codec) => codec.mediaTypes))].filter(Boolean).join(', ');
  return {
    name,
    addresses,
    answer(request: HttpRequest) {
      const type = mediaType(request);
      const codec = chosenBy(request.body) ?? codecs.find(({ mediaTypes }) => mediaTypes.includes(type));
      if (codec) return answerCalls(codec, request);
      const message = `the Content-Type is ${JSON.stringify(type.slice(0, 80))}; ${request.path} takes ${wanted}`;
      return Promise.resolve(refusalReply({ status: 415, error: 'unsupported_media_type', message }));
    },
  };
}
