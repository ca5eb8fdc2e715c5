import type { z } from 'zod';
import type { User } from '../../../accounts/user.ts';
import type { RefusalCode } from '../../../refusal.ts';
import {
  changePicture,
  type PictureDeed,
  type PictureRule,
  type PictureWork,
} from '../../pictures/change-picture.ts';
import { mediaStore, type MediaStore } from '../../pictures/media-store.ts';
import { defineCommand, type Command } from './define-command.ts';

/**
 * Declares a command on a picture of the library that does its work in one transaction.
 * @param declared.change - called with the locked picture, after the permission is checked
 */
export function pictureCommand<Input extends z.ZodType, Value, const Code extends RefusalCode>({
  change,
  ...declared
}: PictureRule & {
  input: Input;
  refusals: readonly Code[];
  change: (work: PictureWork, input: z.output<Input>) => Promise<PictureDeed<Value>>;
}): Command<string, Input, Value, Code, MediaStore> {
  return defineCommand({
    ...declared,
    run: (user: User, imageId: string, input: z.output<Input>, from = mediaStore()) =>
      changePicture(user, declared, imageId, from, (work) => change(work, input)),
  });
}
