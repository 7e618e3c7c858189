import { Bodies } from './bodies.js';
import { Copies } from './copies.js';
import { QueueFile } from './file.js';
import { Intake } from './intake.js';
import { Journal } from './journal.js';

/** The queue of a mail system. */
export class Queue {
  readonly file: QueueFile;
  readonly bodies: Bodies;
  readonly journal: Journal;
  readonly intake: Intake;
  readonly copies: Copies;

  /** @param folder where it lies; made when it is not there */
  constructor(folder: string) {
    this.file = new QueueFile(folder);
    this.bodies = new Bodies(this.file);
    this.journal = new Journal(this.file);
    this.intake = new Intake(this.file, this.bodies, this.journal);
    this.copies = new Copies(this.file, this.journal);
  }

  /** Closes it. */
  close(): void {
    this.file.close();
  }
}
