/** An error Excel answers a batch with: `code` as in `Excel.ErrorCodes`; the client makes an `OfficeExtension.Error` of it. */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly httpStatus = 400,
  ) {
    super(message);
  }
}

export const itemNotFound = (): ApiError =>
  new ApiError('ItemNotFound', "The requested resource doesn't exist.", 404);

export const itemAlreadyExists = (): ApiError =>
  new ApiError('ItemAlreadyExists', 'A resource with the same name or identifier already exists.', 409);

export const invalidArgument = (
  message = 'The argument is invalid or missing or has an incorrect format.',
): ApiError => new ApiError('InvalidArgument', message);

export const invalidOperation = (
  message = 'This operation is not permitted for the current object.',
): ApiError => new ApiError('InvalidOperation', message);

export const accessDenied = (): ApiError =>
  new ApiError('AccessDenied', 'You cannot perform the requested operation.', 403);

/** Something real Excel may know and this stand-in does not: never answered by silence. */
export const notImplemented = (member: string): ApiError =>
  new ApiError('SandboxNotImplemented', `The sandbox does not implement ${member}.`, 501);
